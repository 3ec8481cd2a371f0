// 图表与各视图的文字（中文）。
import type { DeviceKind, Move, MoveBasis } from '../engine/report.js';

const n = (value: number) => value.toLocaleString('zh');

export const zhViews = {
  exports: {
    menu: '导出',
    csv: '表格（CSV）',
    json: '数据（JSON）',
    svg: '图（SVG）',
    png: (scale: number) => `图（PNG，${scale} 倍）`,
    copy: '复制表格',
    done: '好了',
    refused: '所在网页的安全策略不允许，请换一种格式',
  },
  figure: { table: '看表', picture: '看图', enlarge: '放大', restore: '还原' },
  places: {
    empty: '词典到了才能看词语的分布：每个常用词在全文哪里出现、在哪一部分最密。',
    opening: '开头',
    chosen: '图中的词语',
    add: '添一个词……',
    remove: (word: string) => `去掉“${word}”`,
    barcode: '全文分布',
    barcodeLabel: '所选词语在全文中的位置，从左到右为从头到尾',
    barcodeCaption: '从左到右是从头到尾，一道竖线是一次出现。点竖线，正文翻到那里。',
    heat: '词语与章节',
    heatLabel: '各词语在各章节中的密度',
    heatCaption: '颜色越深，这一节里用得越密（每万字次数）。表中为次数。',
    heatEmpty: '全文只有一个部分，无从比较。有两个以上一级标题时，这里显示每个词在各部分的疏密。',
    cell: (term: string, section: string, count: number) => `${term} · ${section}：${n(count)} 次`,
    column: { word: '词语', count: '次数', first: '首见（%）', last: '末见（%）', dispersion: '离散度 DP' },
  },
  rhetoric: {
    empty: '没有发现排比、对仗、数字缩略语，也没有“讲几点意见”一类的预告。',
    announcements: '预告与兑现',
    verdict: (verdict: 'kept' | 'short' | 'over' | 'open', promised: number | null, found: number) => {
      if (verdict === 'open') return '没有下文';
      const pair = `说${promised === null ? '几' : ` ${promised} `}点，讲 ${found} 点`;
      return verdict === 'kept' ? `✓ ${pair}` : `✗ ${pair}`;
    },
    setPhrases: '数字缩略语',
    times: (count: number) => `${n(count)} 次`,
    parallelism: '排比',
    pairs: '对仗',
  },
  device: {
    'question-answer': '设问',
    restatement: '总括',
    climax: '归结',
    concession: '让步转折',
    coinage: '引号提法',
    'four-character-chain': '四字格连用',
  } satisfies Record<DeviceKind, string>,
  move: {
    greet: '致意',
    'set-scene': '交代背景',
    'report-achievement': '总结成绩',
    'name-problem': '指出问题',
    'set-goal': '提出目标',
    demand: '提出要求',
    'list-measure': '部署举措',
    'argue-why': '阐明道理',
    'call-to-action': '发出号召',
    close: '收束全文',
  } satisfies Record<Move, string>,
  moveBasis: {
    cue: '本句用语',
    heading: '所属标题',
    place: '所在位置',
    neighbour: '上一句',
    genre: '文种',
  } satisfies Record<MoveBasis, string>,
  findings: {
    clean: '没有发现问题：层次序号连贯，说到的几点都有着落。',
    restore: (count: number) => `恢复已忽略的 ${n(count)} 条`,
    severity: { error: '错误', warning: '疑问', note: '提示' },
    rule: '依据：',
    ignore: '忽略',
  },
  summary: {
    characters: '汉字',
    aloud: '朗读',
    minutes: '分钟',
    paragraphs: '段',
    sentences: '句',
    perSentence: '平均句长',
    charactersUnit: '字',
    variety: '用词变化',
    caption: (rate: number) => `朗读时间按每分钟 ${rate} 字计算。`,
    varietyCaption: '用词变化为每百词中不同词的平均比例（MATTR），与篇幅无关，越近 1 越少重复。',
    words: '高频词语',
    skeleton: '骨架',
    rings: '篇幅',
    ringsLabel: '提纲各部分的篇幅，里圈为上一级，外圈为下一级',
    ringsCaption: '里圈是一级标题，往外逐级细分；弧长是字数。点一段，正文翻到那里。',
  },
};
