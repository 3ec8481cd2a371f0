// What can be asked of a text besides its report: answered in Rust, by name, in a worker or locally. Types only.
import type {
  CollocatesQuery,
  CollocateView,
  ComparisonView,
  ConcordanceQuery,
  ConcordanceView,
  KeywordView,
  MatrixView,
  NetworkQuery,
  NetworkView,
  TableQuery,
} from './wasm/gangmu.js';

/** How the outline is written for other programs. */
export type OutlineFormat = 'markdown' | 'opml' | 'freemind';

/** How the RST tree is written: rs3 for rstWeb, the same with words parted by spaces, nested text. */
export type TreeFormat = 'rs3' | 'rs3-tokens' | 'text';

/** Each question with what it needs and what it gives; texts to compare with are given whole. */
export interface Questions {
  /** The outline for other programs. */
  export: { needs: { format: OutlineFormat }; gives: string };
  /** The RST tree for other programs; needs `options.rst`. */
  exportTree: { needs: { format: TreeFormat }; gives: string };
  /** A table as text; `comparison` needs the other text. */
  table: { needs: TableQuery & { other?: string }; gives: string };
  /** Every occurrence of a word, an expression or a pattern, with what stands around it. */
  concordance: { needs: { query: ConcordanceQuery }; gives: ConcordanceView };
  /** The company of a word, an expression or a pattern. */
  collocates: { needs: { query: CollocatesQuery }; gives: CollocateView[] };
  /** Counts of the most frequent words in the parts of the text. */
  matrix: { needs: { most?: number }; gives: MatrixView };
  /** Which words keep company. */
  network: { needs: { query?: NetworkQuery }; gives: NetworkView };
  /** The words (300) of two texts side by side, the most telling first. */
  compare: { needs: { other: string; most?: number }; gives: ComparisonView[] };
  /** The weightiest words by TextRank. */
  keywords: { needs: { most?: number }; gives: KeywordView[] };
}

/** The name of a question. */
export type Asked = keyof Questions;

/** What a question of one name needs. */
export type Needs<K extends Asked> = Questions[K]['needs'];

/** A question with its name, ready for `postMessage`. */
export type Question = { [K in Asked]: { kind: K } & Needs<K> }[Asked];

/** What a question of one name gives. */
export type Answer<K extends Asked> = Questions[K]['gives'];

/** Asks about one text, read with the choices it was last read with: what views are given. */
export type Ask = <K extends Asked>(question: K, needs: Needs<K>, signal?: AbortSignal) => Promise<Answer<K>>;
