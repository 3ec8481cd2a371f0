// 词语、上下文、搭配、词表的文字（中文）。
import { written } from '../model/number.js';

const n = (value: number) => written(value, 'zh');

/** 正则表达式错在哪里，按错误信息归类。 */
const why = (message: string): string => {
  if (/look-around|backreference/.test(message)) return '不支持环视和反向引用。';
  if (/class|bracket/.test(message)) return '方括号没有配对，或者括号里的范围写反了。';
  if (/group|'\)'/.test(message)) return '圆括号没有配对，或者括号里的写法不对。';
  if (/repetition/.test(message)) return '“*”“+”“?”“{}”前面要有内容，花括号要写全。';
  if (/escape|hexadecimal/.test(message)) return '反斜线后面的写法不认识；要找符号本身，在它前面加反斜线。';
  return '';
};

export const zhTerms = {
  terms: {
    empty: '词典到了才能统计词语。提纲不用等词典。',
    noneOfKind: '这一类没有词语。',
    noMatch: (word: string) => `没有含“${word}”的词语。`,
    facets: '词语的几种看法',
    facet: { list: '统计', cloud: '词云', words: '我的词表' },
    kinds: '词语类别',
    kind: { content: '实词', phrase: '词组', set: '数字缩略语', filler: '套话', stop: '虚词' },
    filter: '筛选',
    against: '比较对象',
    genre: '同类公文',
    all: '全部数字',
    fewer: '常用数字',
    caption: (tokens: number, types: number) => `全文 ${n(tokens)} 词次，${n(types)} 个不同的词。点词语，看它在文中各处。`,
    table: '词语及其统计数字',
    more: (count: number) => `再看 ${n(count)} 条`,
    column: {
      text: '词语', tag: '词性', words: '词数', count: '次数', total: '总次数', perTenThousand: '每万词', otherPerTenThousand: '对照篇每万词', range: '节数',
      dispersion: '离散度', dispersionNorm: '归一离散度', keyness: '关键度', p: 'p 值', logRatio: '对数比', tfIdf: 'TF-IDF', association: '结合度', freedom: '自由度',
      members: '所指',
    },
    hint: {
      text: '按拼音排序',
      tag: '结巴分词的词性标记',
      words: '由几个词组成',
      count: '在全文出现的次数；词组不算包在更长词组里的',
      total: '连包在更长词组里的也算',
      perTenThousand: '每一万词次中出现的次数',
      otherPerTenThousand: '在对照的那一篇里，每一万词次中出现的次数',
      range: '在几个部分中出现（有提纲时按一级标题分，没有时按段落分）',
      dispersion: 'Gries 离散度 DP：0 为各部分均匀出现，越近 1 越集中于一处',
      dispersionNorm: 'DP 除以它可能的最大值（Lijffijt、Gries，2012）',
      keyness: '对数似然值 G²：越大，越是这篇文字特有的用词；负数表示用得比对照少',
      p: '若两边用得一样多，差别偶然达到这个程度的概率',
      logRatio: '两边相对频率之比，取以 2 为底的对数：1 是两倍，2 是四倍',
      tfIdf: '词频乘以逆文档频率：同类公文里少见的词，分值高',
      association: '各部分结合得有多紧（NPMI）：1 为总在一起，0 为各不相干',
      freedom: '前后能接多少不同的词（熵，比特）：越大，越能独立成语',
      members: '这个数字缩略语说的是哪几项',
    },
  },
  concordance: {
    noAnalyzer: '分析程序在时，这里可以检索。',
    query: '词、短语，或正则表达式',
    kinds: '怎样查找',
    kind: { words: '按词', pattern: '正则' },
    sorts: '怎样排列',
    sort: { position: '原文次序', left: '按左边的词', right: '按右边的词' },
    empty: '输入一个词，或者在正文、词表里点一个词，这里逐行列出它的上下文。',
    found: (total: number, shown: number) => (total > shown ? `共 ${n(total)} 处，列出前 ${n(shown)} 处` : `共 ${n(total)} 处`),
    none: (query: string) => `全文没有“${query}”。`,
    acrossWords: '这几个字文中有，只是没有单独成词。',
    asCharacters: '按字查找',
    label: (query: string) => `“${query}”的上下文`,
    column: { left: '上文', found: '命中', right: '下文' },
    why,
  },
  collocates: {
    query: '词或短语',
    reaches: '多近算搭配',
    reach: { two: '前后 2 词', five: '前后 5 词', sentence: '同一句' },
    heading: (query: string) => `“${query}”的搭配`,
    caption: 'G² 越大，越不是偶然相遇；logDice 越近 14，越是形影不离。',
    empty: (query: string) => `没有哪个词两次出现在“${query}”近旁，虚词不算。`,
    column: { text: '搭配词', together: '同现', all: '总数', g2: 'G²', logDice: 'logDice' },
    hint: {
      together: '在近旁出现的次数',
      all: '全文出现的次数，或有它的句数',
      g2: '对数似然值：同现比偶然多多少；负数是比偶然少',
      logDice: '结合强度，最大 14，与篇幅无关',
    },
  },
  network: {
    heading: '搭配网',
    scope: '画哪些词',
    whole: '全文常用词',
    around: (word: string) => (word === '' ? '所选的词' : `“${word}”周围`),
    caption: '连线的两个词常在同一句；线越粗，越不是偶然。点一个词，看它在文中各处。',
    empty: '没有哪两个实词常在同一句里出现。文字长一些，这里会画出哪些词总是一起说。',
    label: (words: number, pairs: number) => `${n(words)} 个词、${n(pairs)} 对搭配，数字见表`,
    pair: (a: string, b: string, sentences: number) => `${a} — ${b}：同在 ${n(sentences)} 句`,
    column: { source: '词', target: '搭配词', sentences: '同句数', g2: 'G²', logDice: 'logDice' },
  },
  words: {
    fixed: '这里的词表不能改。',
    about: '改了马上重新统计。词表只记在这个浏览器里，不上传；“全部清除”时一并删去。',
    list: { user: '合成一个词', split: '拆开的词', stop: '不作实词统计' },
    hint: {
      user: '一行一个，结巴词典的格式：词，后面可写词频、词性。不写词频，就用刚好能成词的词频。也可以在正文里选中几个字来合成。',
      split: '一行一个。要指定怎样拆，各部分用空格隔开。',
      stop: '一行一个，归入虚词，不进实词表和搭配。',
    },
    example: { user: '担当作为\n清单制 30 n', split: '抓好 落实', stop: '同志' },
    alone: '只用这个词表，不用自带的虚词表',
    bring: '导入',
    take: '导出',
    clear: '清空',
    file: { user: '用户词表', split: '拆词表', stop: '停用词表' },
    badLine: (line: number, text: string) => `第 ${n(line)} 行“${text}”读不懂：词里不能有标点，词频要是整数，一行不能多于三项。改好之前，仍用原来的词表。`,
    applied: '词表已生效。',
  },
  wordTools: {
    label: '这个词',
    places: '看它在文中各处',
    join: (word: string) => `合成一个词：“${word}”`,
    before: '并入前词',
    after: '并入后词',
    noWord: '一个词里不能有标点，也不能太长。',
    split: '拆开',
    part: '还原',
    cutWhere: '怎样拆？',
    stop: '不作实词',
    unstop: '恢复统计',
    open: '改词……',
    undo: '撤销',
    joined: (word: string) => `“${word}”已算作一个词。`,
    crossed: (word: string) => `“${word}”和旁边的词交错，没能成词。`,
    parted: (word: string) => `“${word}”已拆开统计。`,
    stopped: (word: string) => `“${word}”已归入虚词。`,
    counted: (word: string) => `“${word}”已恢复统计。`,
    listBroken: '词表里有一行不对，没有改成。请到“词语 · 我的词表”里看。',
  },
};
