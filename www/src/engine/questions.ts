// What can be asked of a text besides its report: answered in Rust, by name, in a worker or locally.
import type { Analysis, Analyzer as WasmAnalyzer, CollocateView, ConcordanceLine, ConcordanceQuery, KeywordView, MatrixView, NetworkView } from './wasm/gangmu.js';

/** Tables of the report. */
export type TableName = 'outline' | 'terms' | 'phrases' | 'setPhrases' | 'matrix';

/** How a table is written: CSV opens in a spreadsheet, TSV is for programs. */
export type TableFormat = 'csv' | 'tsv';

/** How the outline is written for other programs. */
export type OutlineFormat = Parameters<Analysis['export']>[0];

/** Language of headings in a table. */
export type TableLanguage = 'zh' | 'en';

/** Each question with what it needs and what it gives. */
export interface Questions {
  /** The outline for other programs. */
  export: { needs: { format: OutlineFormat }; gives: string };
  /** A table of the report as text. */
  table: { needs: { table: TableName; format: TableFormat; language?: TableLanguage }; gives: string };
  /** Every occurrence of a word, an expression or a pattern, with what stands around it. */
  concordance: { needs: { query: ConcordanceQuery }; gives: ConcordanceLine[] };
  /** The same as text. */
  concordanceTable: { needs: { query: ConcordanceQuery; format: TableFormat; language?: TableLanguage }; gives: string };
  /** The company of a word: `window` words to either side, or in the sentence. */
  collocates: { needs: { word: string; window?: number; most?: number }; gives: CollocateView[] };
  /** The same as text. */
  collocatesTable: { needs: { word: string; window?: number; format: TableFormat; language?: TableLanguage }; gives: string };
  /** Counts of the most frequent words in the parts of the text. */
  matrix: { needs: { most?: number }; gives: MatrixView };
  /** Which words keep company. */
  network: { needs: { most?: number }; gives: NetworkView };
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

/** Asks the wasm. */
export function answer(analyzer: WasmAnalyzer, analysis: Analysis, question: Question): Answer<Asked> {
  switch (question.kind) {
    case 'export':
      return analysis.export(question.format);
    case 'table':
      return analysis.table(question.table, question.format, question.language ?? 'zh');
    case 'concordance':
      return analysis.concordance(question.query);
    case 'concordanceTable':
      return analysis.concordanceTable(question.query, question.format, question.language ?? 'zh');
    case 'collocates':
      return analysis.collocates(question.word, question.window, question.most);
    case 'collocatesTable':
      return analysis.collocatesTable(question.word, question.window, question.format, question.language ?? 'zh');
    case 'matrix':
      return analysis.termMatrix(question.most);
    case 'network':
      return analysis.network(question.most);
    case 'keywords':
      return analyzer.keywords(analysis, question.most);
  }
}
