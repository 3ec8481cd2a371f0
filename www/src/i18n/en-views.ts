// The words of the views, in English.
import type { zhViews } from './zh-views.js';
import type { DeviceKind, Move, MoveBasis } from '../engine/report.js';

const n = (value: number) => value.toLocaleString('en');
const s = (count: number, one: string, many = `${one}s`) => `${n(count)} ${count === 1 ? one : many}`;

export const enViews: typeof zhViews = {
  exports: {
    menu: 'Export',
    csv: 'Table (CSV)',
    json: 'Data (JSON)',
    svg: 'Picture (SVG)',
    png: (scale) => `Picture (PNG, ${scale}×)`,
    copy: 'Copy the table',
    done: 'Done',
    refused: 'The security policy of this site forbids it; try another format',
  },
  figure: { table: 'Table', picture: 'Picture', enlarge: 'Enlarge', restore: 'Restore' },
  places: {
    empty: 'Once the dictionary is here, this shows where each frequent word stands and which part uses it most.',
    opening: 'Opening',
    facets: 'Ways to see the places',
    facet: { map: 'Maps', lines: 'Lines', company: 'Company' },
    chosen: 'Words shown',
    add: 'Add a word…',
    remove: (word) => `Take out “${word}”`,
    barcode: 'Through the text',
    barcodeLabel: 'Places of the chosen words, the text from left to right',
    barcodeCaption: 'The text runs from left to right; each stroke is one occurrence. Click a stroke to go there.',
    heat: 'Words by section',
    heatLabel: 'Density of each word in each section',
    heatCaption: 'The darker, the denser in that section (per 10,000 characters). The table gives counts.',
    heatEmpty: 'The text has one part only, so there is nothing to compare. With two or more top headings, this shows how dense each word is in each of them.',
    cell: (term, section, count) => `${term} · ${section}: ${n(count)}`,
    column: { word: 'Word', count: 'Count', first: 'First (%)', last: 'Last (%)', dispersion: 'DP' },
  },
  rhetoric: {
    empty: 'No parallelism, no pairs, no set phrases with a number, and no announcement such as 讲几点意见.',
    announcements: 'Announced and delivered',
    verdict: (verdict, promised, found) => {
      if (verdict === 'open') return 'nothing follows';
      return `${verdict === 'kept' ? '✓' : '✗'} ${found} of ${promised ?? '几'}`;
    },
    setPhrases: 'Set phrases with a number',
    times: (count) => (count === 1 ? 'once' : `${n(count)} times`),
    parallelism: 'Parallelism',
    pairs: 'Pairs',
  },
  device: {
    'question-answer': 'Question and answer',
    restatement: 'Restatement',
    climax: 'Climax',
    concession: 'Concession',
    coinage: 'Quoted coinage',
    'four-character-chain': 'Chain of four-character phrases',
  } satisfies Record<DeviceKind, string>,
  move: {
    greet: 'Greets',
    'set-scene': 'Sets the scene',
    'report-achievement': 'Reports achievements',
    'name-problem': 'Names problems',
    'set-goal': 'Sets goals',
    demand: 'Makes demands',
    'list-measure': 'Lists measures',
    'argue-why': 'Argues why',
    'call-to-action': 'Calls to action',
    close: 'Closes',
  } satisfies Record<Move, string>,
  moveBasis: {
    cue: 'words of the sentence',
    heading: 'the heading above',
    place: 'where it stands',
    neighbour: 'the sentence before',
    genre: 'the kind of document',
  } satisfies Record<MoveBasis, string>,
  findings: {
    clean: 'Nothing found: the numbering runs without gaps, and every announced list is there.',
    restore: (count) => `Bring back ${s(count, 'ignored finding')}`,
    severity: { error: 'Error', warning: 'Check', note: 'Note' },
    rule: 'Rule: ',
    ignore: 'Ignore',
  },
  summary: {
    characters: 'Characters',
    aloud: 'Read aloud',
    minutes: 'min',
    paragraphs: 'Paragraphs',
    sentences: 'Sentences',
    perSentence: 'Mean sentence',
    charactersUnit: 'chars',
    variety: 'Variety',
    caption: (rate) => `Reading aloud at ${rate} characters a minute. `,
    varietyCaption: 'Variety is the mean share of different words in every hundred (MATTR): it does not depend on length; nearer 1 means less repetition.',
    words: 'Most frequent',
    skeleton: 'Skeleton',
    rings: 'Proportions',
    ringsLabel: 'Length of each part of the outline; inner rings are higher levels',
    ringsCaption: 'Top points inside, their parts further out; the arc is the length. Click one to go there.',
  },
};
