// A server draws the views with a report computed there; prints the page, and the report to lay beside it.
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { createAnalyzer } from 'gangmu';
import 'gangmu/elements';

const analyzer = createAnalyzer();
const text = '一、抓好落实\n落实要靠干部。\n二、改进作风\n';
const { report } = await analyzer.analyze(text);
analyzer.dispose();
const saved = JSON.stringify({ ...report, source: text });
// Drawn from the properties here; in the browser the attribute says where the same report is.
const views = html`<gangmu-outline report="report.json" .report=${report} .text=${text}></gangmu-outline>
  <gangmu-terms report="report.json" .report=${report} .text=${text}></gangmu-terms>
  <gangmu-places report="report.json" .report=${report} .text=${text}></gangmu-places>
  <gangmu-rhetoric report="report.json" .report=${report} .text=${text}></gangmu-rhetoric>
  <gangmu-findings report="report.json" .report=${report} .text=${text}></gangmu-findings>
  <gangmu-summary report="report.json" .report=${report} .text=${text}></gangmu-summary>
  <gangmu-reader report="report.json" .report=${report} .text=${text}></gangmu-reader>
  <gangmu-analyzer report="report.json" view="outline" .report=${report} .text=${text}></gangmu-analyzer>`;
console.log(JSON.stringify({ page: await collectResult(render(views)), saved }));
