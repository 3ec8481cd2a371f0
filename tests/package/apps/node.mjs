// The package in Node: words, an export, an error with its code, a signal, the end.
import { createAnalyzer, GangmuError } from 'gangmu';
import schema from 'gangmu/report.schema.json' with { type: 'json' };
import { SCHEMA } from 'gangmu/report';

const analyzer = createAnalyzer();
const text = '一、抓好落实\n落实要靠干部。\n二、改进作风\n';
const { report } = await analyzer.analyze(text);
const codes = [];
for (const init of [{ signal: AbortSignal.abort() }, { options: { maxTerms: 'many' } }]) {
  await analyzer.analyze(text, init).catch((error) => codes.push(error instanceof GangmuError && error.code));
}
const opml = await analyzer.ask(text, 'export', { format: 'opml' });
analyzer.dispose();
await analyzer.analyze(text).catch((error) => codes.push(error.code));
console.log(JSON.stringify({ outline: report.outline.length, words: report.terms.length, opml: opml.includes('改进作风'), codes, schema: schema.title === SCHEMA && report.schema === SCHEMA }));
