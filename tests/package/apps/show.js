// What every app does with its analyzer.
export async function show(analyzer) {
  const text = '一、甲事\n二、乙事\n办好甲事，办好乙事。';
  const { report } = await analyzer.analyze(text);
  document.body.dataset.outline = report.outline.length;
  document.body.dataset.terms = report.terms.length;
  document.body.dataset.markdown = await analyzer.ask(text, 'export', { format: 'markdown' });
  analyzer.dispose();
}
