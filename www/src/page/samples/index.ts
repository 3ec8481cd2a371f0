// Three texts written for this project; the last is imperfect on purpose.
import type { Language } from '../../i18n/index.js';
import draft from './draft.txt?raw';
import notice from './notice.txt?raw';
import rural from './rural.txt?raw';

/** A text to begin with. */
export interface Sample {
  name: string;
  /** What it shows, by language. */
  about: Record<Language, string>;
  text: string;
}

/** In the order offered. */
export const SAMPLES: readonly Sample[] = [
  {
    name: '在全县乡村建设推进会上的讲话',
    about: { zh: '讲话：三点意见，层层分点', en: 'A speech: three points, each with points of its own' },
    text: rural,
  },
  {
    name: '关于印发市领导在作风建设会议上讲话的通知',
    about: { zh: '通知：一个文件里有三篇', en: 'A notice with two speeches attached' },
    text: notice,
  },
  {
    name: '在全市安全生产工作会议上的讲话（草稿）',
    about: { zh: '草稿：序号缺了，说四点只讲了三点', en: 'A draft that skips a number and promises more than it gives' },
    text: draft,
  },
];
