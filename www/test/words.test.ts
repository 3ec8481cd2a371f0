import { describe, expect, it } from 'vitest';
import { cutsOf } from '../src/model/cuts.js';
import { columnsOf, entriesOf, kindsOf, sortEntries } from '../src/model/terms-table.js';
import { asWord, isEmpty, isJoined, isStopped, join, linesOf, split, stop } from '../src/model/words.js';
import { report } from './report.js';

describe('the lists', () => {
  it('are changed one word at a time, and keep what else is in them', () => {
    let words = join({ user: '# 我的\n担当作为 30 n' }, '清单制');
    expect(words.user).toBe('# 我的\n担当作为 30 n\n清单制\n');
    words = join(words, '清单制', 9);
    expect(linesOf(words.user)).toEqual(['担当作为 30 n', '清单制 9']);
    expect(isJoined(words, '担当作为')).toBe(true);
    words = split(words, ['担当', '作为']);
    expect([linesOf(words.user), linesOf(words.split)]).toEqual([['清单制 9'], []]);
    words = split(words, ['担当', '作为']);
    expect(linesOf(words.split)).toEqual(['担当 作为']);
    words = split(words, ['担', '当', '作为']);
    expect(linesOf(words.split)).toEqual(['担 当 作为']);
    expect(linesOf(join(words, '担当作为').split)).toEqual([]);
  });

  it('hold stop words, or nothing', () => {
    const words = stop({ stop: '同志' }, '工作', true);
    expect(words.stop).toBe('同志\n工作\n');
    expect(isStopped(words, '工作')).toBe(true);
    expect(linesOf(stop(words, '工作', false).stop)).toEqual(['同志']);
    expect(isEmpty({ user: '# 只有说明\n', stop: '\n' })).toBe(true);
    expect(isEmpty({ stopAlone: true })).toBe(false);
  });

  it('take what can be a word', () => {
    for (const [marked, word] of [
      ['担当 作为', '担当作为'], ['项\n目', '项目'], ['5G基站', '5G基站'], ['放管服”', null], ['担当、作为', null], ['好', null], ['字'.repeat(25), null],
    ] as const) {
      expect(asWord(marked)).toBe(word);
    }
  });

  it('cut a word evenly first', () => {
    expect(cutsOf('工作')).toEqual([['工', '作']]);
    expect(cutsOf('统筹兼顾')[0]).toEqual(['统筹', '兼顾']);
    expect(cutsOf('放管服').at(-1)).toEqual(['放', '管', '服']);
  });
});

describe('the table of words', () => {
  const words = (text: string, count: number, cls: 'content' | 'stop') => ({
    text, tag: 'n', count, perTenThousand: count, range: 1, dispersion: null, dispersionNorm: null, keyness: null, tfIdf: null, class: cls,
  });
  const read = { ...report(), terms: [words('发展', 9, 'content'), words('的', 8, 'stop'), words('改革', 7, 'content')] };

  it('lists the kinds there are, with the figures there are', () => {
    expect(kindsOf(read)).toEqual(['content', 'stop']);
    const entries = entriesOf(read, 'content', null);
    expect(entries.map((entry) => entry.index)).toEqual([0, 2]);
    expect(columnsOf(entries, 'content', false)).toEqual(['text', 'count', 'perTenThousand', 'range']);
  });

  it('takes keyness from another text when compared', () => {
    const keyness = { g2: -3, p: 0.08, logRatio: -1 };
    const row = { text: '改革', class: 'content' as const, count: 7, otherCount: 20, perTenThousand: 7, otherPerTenThousand: 14, keyness };
    const [, reform] = entriesOf(read, 'content', [row]);
    expect(reform?.figures).toMatchObject({ keyness: -3, p: 0.08, logRatio: -1, otherPerTenThousand: 14 });
    expect(sortEntries(entriesOf(read, 'content', [row]), 'keyness', true).map((entry) => entry.text)).toEqual(['改革', '发展']);
  });
});
