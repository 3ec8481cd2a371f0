// The words of terms, lines, company and lists, in English.
import type { zhTerms } from './zh-terms.js';
import { written } from '../model/number.js';

const n = (value: number) => written(value);
const s = (count: number, one: string, many = `${one}s`) => `${n(count)} ${count === 1 ? one : many}`;

/** What is wrong with a pattern, by the kinds of messages. */
const why = (message: string): string => {
  if (/look-around|backreference/.test(message)) return ' Look-around and back references are not supported.';
  if (/class|bracket/.test(message)) return ' A square bracket has no partner, or a range in it runs backwards.';
  if (/group|'\)'/.test(message)) return ' A parenthesis has no partner, or what opens the group is unknown.';
  if (/repetition/.test(message)) return ' “*”, “+”, “?” and “{}” need something before them, and braces an end.';
  if (/escape|hexadecimal/.test(message)) return ' What follows a backslash is unknown; to find a symbol itself put a backslash before it.';
  return '';
};

export const enTerms: typeof zhTerms = {
  terms: {
    empty: 'Words are counted once the dictionary is here. The outline does not need it.',
    noneOfKind: 'No words of this kind.',
    noMatch: (word) => `No word contains “${word}”.`,
    facets: 'Ways to see the words',
    facet: { list: 'Figures', cloud: 'Cloud', words: 'My words' },
    kinds: 'Kind of word',
    kind: { content: 'Content words', phrase: 'Phrases', set: 'Set phrases', filler: 'Formulas', stop: 'Function words' },
    filter: 'Filter',
    against: 'Compared with',
    genre: 'the genre',
    all: 'All figures',
    fewer: 'Fewer figures',
    caption: (tokens, types) => `${s(tokens, 'running word')}, ${n(types)} of them different. Choose a word to see it in the text.`,
    table: 'Words and their figures',
    more: (count) => `Show ${n(count)} more`,
    column: {
      text: 'Word', tag: 'Tag', words: 'Words', count: 'Count', total: 'Total', perTenThousand: 'Per 10k', otherPerTenThousand: 'Other per 10k', range: 'Range',
      dispersion: 'DP', dispersionNorm: 'DPnorm', keyness: 'G²', p: 'p', logRatio: 'Log ratio', tfIdf: 'TF-IDF', association: 'Association', freedom: 'Freedom',
      members: 'Stands for',
    },
    hint: {
      text: 'Sort by pinyin',
      tag: 'Part of speech in jieba’s tag set',
      words: 'Words it is made of',
      count: 'Occurrences in the whole text; of a phrase, those not inside a longer one',
      total: 'Occurrences, those inside longer phrases included',
      perTenThousand: 'Occurrences per 10,000 running words',
      otherPerTenThousand: 'Occurrences per 10,000 running words of the text compared with',
      range: 'Sections it occurs in: top points of the outline, or paragraphs where there are none',
      dispersion: "Gries's DP: 0 when spread evenly over the sections, towards 1 when all in one place",
      dispersionNorm: 'DP divided by its greatest possible value (Lijffijt & Gries 2012)',
      keyness: 'Keyness, log-likelihood: the higher, the more this word marks this text; negative when used less than there',
      p: 'How likely a difference this large would be by chance',
      logRatio: 'Binary logarithm of the ratio of relative frequencies: 1 is twice as often, 2 four times',
      tfIdf: 'Term frequency times inverse document frequency: high for words that few texts of the genre use',
      association: 'How firmly the parts hold together (NPMI): 1 always together, 0 independent',
      freedom: 'How many different words stand beside it (entropy in bits): the higher, the freer',
      members: 'What the number stands for',
    },
  },
  concordance: {
    noAnalyzer: 'With an analyzer the text can be searched here.',
    query: 'Word, phrase or regular expression',
    kinds: 'How to search',
    kind: { words: 'Words', pattern: 'Regex' },
    sorts: 'Order of the lines',
    sort: { position: 'As in the text', left: 'By words left', right: 'By words right' },
    empty: 'Type a word, or choose one in the text or the table: every place of it is listed here with what stands around it.',
    found: (total, shown) => (total > shown ? `${s(total, 'place')}, the first ${n(shown)} listed` : s(total, 'place')),
    none: (query) => `“${query}” does not occur.`,
    acrossWords: ' These characters do, but not as words of their own.',
    asCharacters: 'Search for the characters',
    label: (query) => `“${query}” in context`,
    column: { left: 'Left', found: 'Found', right: 'Right' },
    why,
  },
  collocates: {
    query: 'Word or phrase',
    reaches: 'What counts as company',
    reach: { two: 'Within 2 words', five: 'Within 5 words', sentence: 'Same sentence' },
    heading: (query) => `Company of “${query}”`,
    caption: 'The higher G², the less they meet by chance; the nearer logDice is to 14, the less they are seen apart.',
    empty: (query) => `No word stands near “${query}” twice, function words aside.`,
    column: { text: 'Word', together: 'Together', all: 'In all', g2: 'G²', logDice: 'logDice' },
    hint: {
      together: 'Times near it',
      all: 'Times in the whole text, or sentences with it',
      g2: 'Log-likelihood: how much more often together than by chance; negative when less',
      logDice: 'Strength of the bond, 14 at the most, whatever the length of the text',
    },
  },
  network: {
    heading: 'Network of company',
    scope: 'Which words',
    whole: 'Frequent words',
    around: (word) => (word === '' ? 'The selected word' : `Around “${word}”`),
    caption: 'Words joined by a line often share a sentence; the thicker, the less by chance. Choose a word to see it in the text.',
    empty: 'No two content words share sentences often. In a longer text one would see here which words are always said together.',
    label: (words, pairs) => `${s(words, 'word')}, ${s(pairs, 'pair')}; the figures are in the table`,
    pair: (a, b, sentences) => `${a} — ${b}: ${s(sentences, 'sentence')}`,
    column: { source: 'Word', target: 'With', sentences: 'Sentences', g2: 'G²', logDice: 'logDice' },
  },
  words: {
    fixed: 'The lists cannot be changed here.',
    about: 'Every change is counted at once. The lists are kept in this browser and never uploaded; “Clear everything” deletes them too.',
    list: { user: 'Kept whole', split: 'Split', stop: 'Not counted as content' },
    hint: {
      user: 'One a line, in jieba’s format: the word, then if you like its frequency and its tag. Without a frequency it gets the least that takes effect. Marking characters in the text joins them, too.',
      split: 'One a line; to say where to cut, put spaces between the parts.',
      stop: 'One a line; they count as function words.',
    },
    example: { user: '担当作为\n清单制 30 n', split: '抓好 落实', stop: '同志' },
    alone: 'Use this list only, not the built-in one of function words',
    fold: 'Count traditional characters as simplified ones',
    foldHint: '實踐 and 实践 count as one word; the text stays as it is.',
    bring: 'Import',
    tooBig: 'The list is larger than 8 MB.',
    take: 'Export',
    clear: 'Clear',
    file: { user: 'user-words', split: 'split-words', stop: 'stop-words' },
    badLine: (line, text) => `Line ${n(line)}, “${text}”, cannot be read: no punctuation in a word, the frequency a whole number, three items at the most. Until it is mended the earlier list is used.`,
    applied: 'The lists are in use.',
  },
  wordTools: {
    label: 'This word',
    places: 'See it in the text',
    join: (word) => `Join as one word: “${word}”`,
    before: 'Join to the left',
    after: 'Join to the right',
    noWord: 'A word holds no punctuation and is not that long.',
    split: 'Split',
    part: 'Take apart',
    cutWhere: 'Where?',
    stop: 'Not content',
    unstop: 'Count again',
    open: 'Change the word …',
    undo: 'Undo',
    joined: (word) => `“${word}” counts as one word now.`,
    crossed: (word) => `“${word}” overlaps stronger words and could not be joined.`,
    parted: (word) => `“${word}” counts in its parts now.`,
    stopped: (word) => `“${word}” counts as a function word now.`,
    counted: (word) => `“${word}” counts as content again.`,
    listBroken: 'A line of your lists is wrong, so nothing was changed: see Words · My words.',
  },
};
