// The report as one file that stands alone: no script, nothing fetched, every word of the document text and never markup.
// Opens from a disk, prints its summary on one page.
import { icicle } from '../charts/icicle.js';
import { toSvg } from '../charts/svg.js';
import type { Palette } from '../charts/types.js';
import type { Strings } from '../i18n/index.js';
import { announcementTable } from './announcements.js';
import { figuresOf, headLines, skeleton, titleOf, topWords } from './brief.js';
import { isIgnored } from './ignored.js';
import { Markup, markup } from './markup.js';
import { rowsOf } from './outline.js';
import { line, type Reading } from './reading.js';
import { REPORT_STYLE } from './report-style.js';
import { slotTable } from './slots.js';
import { nameOf } from './structure.js';
import { type DataTable, shown } from './table.js';
import { columnsOf, dataTable, entriesOf } from './terms-table.js';

/** A saved file is read on paper, whatever the page looks like. */
const PAPER: Palette = {
  paper: '#fffdf8', ink: '#23201b', soft: '#675f54', hair: '#ddd4c3', accent: '#b3261e', tint: '#f4e8dc', blue: '#34577a', good: '#2c6740', mark: '#f6dc9c',
  font: "'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', STSong, SimSun, serif",
};
const MOST_WORDS = 100;
const NOTHING = new Markup('');

/** The summary alone, for one printed page. */
export function briefBody(reading: Reading, strings: Strings): Markup {
  const t = strings.summary;
  const { lines, left } = skeleton(reading);
  const words = topWords(reading);
  const { outline } = reading.report;
  return markup`<header><h1><bdi lang="zh">${titleOf(reading)}</bdi></h1>${headLines(reading).map((head) => markup`<p class="head" lang="zh"><bdi>${head}</bdi></p>`)}</header>
<dl>${figuresOf(reading, t).map(({ name, value, unit }) => markup`<div><dt>${name}</dt><dd>${value}${unit === '' ? NOTHING : markup`<small>${unit}</small>`}</dd></div>`)}</dl>
${reading.report.text.variety === null ? NOTHING : markup`<p class="note">${t.varietyCaption}</p>`}
${words.length === 0 ? NOTHING : markup`<h2>${t.words}</h2><p class="words" lang="zh">${words.map(({ text, count }) => markup`<span><bdi>${text}</bdi><small>${count}</small></span> `)}</p>`}
${lines.length === 0 ? NOTHING : markup`<h2>${t.skeleton}</h2><ol class="skeleton" lang="zh">${lines.map(({ depth, marker, heading }) => markup`<li class="d${depth}"><b>${marker}</b> <bdi>${heading}</bdi></li>`)}</ol>${left === 0 ? NOTHING : markup`<p class="note">${t.skeletonMore(left)}</p>`}`}
${outline.length < 2 ? NOTHING : markup`<figure>${new Markup(toSvg(icicle(reading, -1, PAPER, 680), PAPER))}<figcaption>${strings.structure.stripNote}</figcaption></figure>`}`;
}

/** The whole file. */
export function reportHtml(reading: Reading, strings: Strings, language: string): string {
  const { summary, rhetoric } = strings;
  const { report } = reading;
  const groups = report.parallelisms.map((_, index) => index);
  const findings = report.findings.filter((finding) => !isIgnored(reading, finding));
  const body = markup`<main>${briefBody(reading, strings)}
<section><h2>${strings.outline.label}</h2>${report.outline.length === 0 ? markup`<p class="note">${strings.outline.empty}</p>` : markup`<ol class="outline" lang="zh">${rowsOf(report).map((row) => markup`<li class="d${Math.min(8, row.level)}"><bdi>${nameOf(reading, row, 120)}</bdi></li>`)}</ol>`}</section>
<section>${tableOf(termTable(reading, strings), strings.terms.empty)}</section>
<section>${tableOf(announcementTable(reading, rhetoric), rhetoric.noAnnouncements)}</section>
<section>${tableOf(slotTable(reading, groups, rhetoric), rhetoric.noParallelism)}</section>
<section><h2>${strings.findings.title}</h2>${findings.length === 0 ? markup`<p class="note">${strings.findings.clean}</p>` : markup`<ul>${findings.map((finding) => markup`<li>${strings.findings.severity[finding.severity]} ${language === 'zh' ? finding.message.zh : finding.message.en} <q lang="zh"><bdi>${line(reading, finding.span, 60)}</bdi></q> <small>${strings.findings.rule}${language === 'zh' ? finding.rule : finding.ruleEn}</small></li>`)}</ul>`}</section>
<footer>${summary.made}</footer></main>`;
  return markup`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${titleOf(reading)}</title><style>${new Markup(REPORT_STYLE)}</style></head><body>${body}</body></html>
`.source;
}

/** The most frequent content words with the figures the page shows of them. */
function termTable({ report }: Reading, { terms }: Strings): DataTable {
  const entries = entriesOf(report, 'content', null).slice(0, MOST_WORDS);
  return dataTable(terms.kind.content, entries, columnsOf(entries, 'content', false), terms.column);
}

function tableOf(table: DataTable, empty: string): Markup {
  if (table.rows.length === 0) return markup`<h2>${table.title}</h2><p class="note">${empty}</p>`;
  const { columns, rows } = table;
  const side = (digits: number | undefined) => (digits === undefined ? 'words' : 'figure');
  return markup`<h2>${table.title}</h2><table><thead><tr>${columns.map((column) => markup`<th scope="col" class="${side(column.digits)}">${column.label}</th>`)}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${columns.map((column, i) => markup`<td class="${side(column.digits)}"><bdi>${shown(row.cells[i] ?? null, column)}</bdi></td>`)}</tr>
`)}</tbody></table>`;
}
