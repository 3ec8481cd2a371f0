// Pages of other people, each one line: the article, where the widget stands, what is odd about the page.
import { readFileSync } from 'node:fs';

/** A page; `GANGMU` is the address the widget is served from. */
export interface HostPage {
  body: string;
  style?: string;
  /** Attributes of `<html>`. */
  html?: string;
  /** The page's own security policy. */
  csp?: string;
  script?: string;
}

const ARTICLE = readFileSync(new URL('article.html', import.meta.url), 'utf8');
const WIDGET = '<gangmu-analyzer for="article"></gangmu-analyzer>';
const INLINE = '一、甲事\n二、乙事\n三、丙事';

/** A policy under which the widget works: everything named, nothing more. */
const CSP = "default-src 'none'; script-src GANGMU 'wasm-unsafe-eval'; connect-src GANGMU; worker-src blob: GANGMU; style-src 'unsafe-inline'; img-src data:";

export const PAGES: Readonly<Record<string, HostPage>> = {
  article: { body: `${ARTICLE}<aside>${WIDGET}</aside>`, style: 'body { font-family: sans-serif; }' },
  two: { body: `${ARTICLE}${WIDGET}<gangmu-analyzer view="outline">${INLINE}</gangmu-analyzer>` },
  empty: { body: '' },
  policy: { body: `${ARTICLE}${WIDGET}`, csp: CSP },
  'no-wasm': { body: `${ARTICLE}${WIDGET}`, csp: CSP.replace(" 'wasm-unsafe-eval'", '') },
  'no-worker': { body: `${ARTICLE}${WIDGET}`, csp: CSP.replace('worker-src blob: GANGMU', "worker-src 'none'") },
  missing: { body: '<gangmu-analyzer for="nowhere"></gangmu-analyzer>' },
  'dark-narrow': { body: `${ARTICLE}<aside>${WIDGET}</aside>`, style: 'body { background: #15181d; color: #ddd; font-family: sans-serif; } aside { width: 280px; }' },
  rtl: { body: `${ARTICLE}<aside>${WIDGET}</aside>`, html: 'dir="rtl"', style: 'aside { width: 320px; }' },
  lazy: { body: `<div style="height: 5000px"></div>${ARTICLE}<gangmu-analyzer for="article" lazy></gangmu-analyzer>` },
  click: { body: `${ARTICLE}<gangmu-analyzer for="article" lazy="click" lang="en"></gangmu-analyzer>` },
  readonly: { body: `${ARTICLE}<gangmu-analyzer for="#article" readonly view="outline"></gangmu-analyzer>` },
  styled: { body: `${ARTICLE}${WIDGET}`, style: 'gangmu-analyzer { --gangmu-accent: rgb(0, 128, 0); } gangmu-analyzer::part(node) { letter-spacing: 3px; }' },
  addresses: {
    body: `${ARTICLE}<gangmu-analyzer for="article" worker-url="HOST/copy/worker.js" wasm-url="HOST/copy/gangmu.wasm" dictionary-url="HOST/copy/lite.gz"></gangmu-analyzer>`,
  },
  file: { body: '<gangmu-analyzer src="speech.txt" view="outline terms text"></gangmu-analyzer>' },
  saved: { body: '<gangmu-outline report="report.json"></gangmu-outline><gangmu-terms report="report.json"></gangmu-terms>' },
};

/** A page as HTML, with the policy to send beside it. */
export function render({ body, style = '', html = '', script = 'GANGMU/gangmu.js', csp }: HostPage, widget: string, host: string): { html: string; csp: string | undefined } {
  const filled = (text: string) => text.replaceAll('GANGMU', widget).replaceAll('HOST', host);
  const page = `<!doctype html>
<html lang="zh" ${html}>
  <head>
    <meta charset="utf-8" />
    <title>宿主页面</title>
    <link rel="icon" href="data:," />
    <style>${style}</style>
    ${script === '' ? '' : `<script type="module" src="${script}"></script>`}
  </head>
  <body><main>${body}</main></body>
</html>`;
  return { html: filled(page), csp: csp === undefined ? undefined : filled(csp) };
}
