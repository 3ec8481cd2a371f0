// As Deno loads: modules by their addresses, no bundler, no package.json. A worker of its own, and without one.
const { createAnalyzer } = await import(Deno.args[0]);
const text = '一、抓好落实\n落实要靠干部。\n二、改进作风\n';
const told = [];
for (const mode of ['worker', 'local']) {
  const analyzer = createAnalyzer({ mode });
  const { report } = await analyzer.analyze(text);
  const markdown = await analyzer.ask(text, 'export', { format: 'markdown' });
  analyzer.dispose();
  told.push({ mode, outline: report.outline.length, words: report.terms.length > 0, markdown });
}
console.log(JSON.stringify(told));
