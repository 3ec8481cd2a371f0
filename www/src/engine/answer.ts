// A question put to the wasm.
import type { Answer, Asked, Question } from './questions.js';
import type { Analysis, Analyzer as WasmAnalyzer } from './wasm/gangmu.js';

/** Asks the wasm; `read` gives another text's analysis, which is freed here. */
export function answer(analyzer: WasmAnalyzer, analysis: Analysis, question: Question, read: (text: string) => Analysis): Answer<Asked> {
  const against = <T>(text: string, ask: (other: Analysis) => T): T => {
    const other = read(text);
    try {
      return ask(other);
    } finally {
      other.free();
    }
  };
  switch (question.kind) {
    case 'export':
      return analysis.export(question.format);
    case 'exportTree':
      return analysis.exportTree(question.format);
    case 'table': {
      const { kind, other, ...query } = question;
      void kind;
      return other === undefined ? analysis.table(query) : against(other, (o) => analysis.tableAgainst(o, query));
    }
    case 'concordance':
      return analysis.concordance(question.query);
    case 'collocates':
      return analysis.collocates(question.query);
    case 'matrix':
      return analysis.termMatrix(question.most);
    case 'network':
      return analysis.network(question.query ?? {});
    case 'compare':
      return against(question.other, (other) => analysis.compare(other, question.most));
    case 'keywords':
      return analyzer.keywords(analysis, question.most);
  }
}
