// The declarations as somebody uses them.
import { createAnalyzer, type Analyzer, type Report, GangmuError } from 'gangmu';
import { GangmuAnalyzer, GangmuOutline } from 'gangmu/elements';
import { createAnalyzer as inline } from 'gangmu/inline';
import { NO_TERM, type NodeView } from 'gangmu/report';

export async function use(text: string, signal: AbortSignal): Promise<NodeView | undefined> {
  const analyzer: Analyzer = createAnalyzer({ mode: 'local', signal });
  const { report, tokens } = await analyzer.analyze(text, { options: { maxTerms: 10 }, words: { user: '新质生产力' }, onProgress: ({ part, loaded }) => console.log(part, loaded) });
  const lines = await analyzer.ask(text, 'concordance', { query: { query: '落实' } });
  const markdown: string = await analyzer.ask(text, 'export', { format: 'markdown' });
  // @ts-expect-error there is no such format
  await analyzer.ask(text, 'export', { format: 'docx' });
  console.log(lines.total, markdown, tokens.terms[0] === NO_TERM, inline === createAnalyzer);
  return report.outline[0];
}

const widget: GangmuAnalyzer = document.createElement('gangmu-analyzer');
widget.addEventListener('gangmu-report', (event) => {
  const report: Report = event.detail;
  console.log(report.findings.length, new GangmuOutline().report);
});
widget.addEventListener('gangmu-error', ({ detail }) => console.log(detail instanceof GangmuError && detail.code));
