// 提要: what the text is, at a glance, printable as one page.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Report } from '../engine/report.js';
import { minutesAloud, SPOKEN_RATE } from '../model/figures.js';
import { line, type Reading } from '../model/reading.js';
import { selectNode, selectTerm } from '../model/selection.js';
import { sunburst } from '../charts/sunburst.js';
import type { Palette } from '../charts/types.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/**
 * The summary.
 * @fires gangmu-select - a word or a point of the skeleton.
 */
export class GangmuSummary extends GangmuView {
  static override styles = [
    theme,
    panelStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
        gap: 18px 12px;
        margin: 4px 0 10px;
      }
      dt {
        color: var(--soft);
        font-size: 12.5px;
      }
      dd {
        margin: 0;
        font-size: 25px;
        line-height: 1.3;
        font-variant-numeric: lining-nums tabular-nums;
      }
      dl div {
        display: flex;
        flex-direction: column-reverse;
      }
      small {
        font-size: 13px;
        color: var(--soft);
        margin-inline-start: 0.2em;
      }
      .skeleton button {
        display: block;
        width: 100%;
        padding: 5px 0;
        border-bottom: 1px solid var(--hair);
        overflow-wrap: anywhere;
      }
      .skeleton button:hover,
      .words button:hover {
        color: var(--accent);
      }
      .marker {
        color: var(--accent);
        margin-inline-end: 0.3em;
      }
      .words {
        line-height: 2.2;
      }
      .words button {
        margin-inline-end: 1.1em;
        min-height: 26px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const reading = this.reading;
    if (reading === null) return html``;
    return html`${this.#renderFigures(reading)}${this.#renderWords(reading.report)}${this.#renderSkeleton(reading)}${this.#renderRings(reading)}`;
  }

  #renderFigures(reading: Reading): TemplateResult {
    const t = this.strings.summary;
    const { text } = reading.report;
    const number = (value: number, digits = 0) => value.toLocaleString(this.language, { maximumFractionDigits: digits });
    const { variety } = text;
    const minutes = minutesAloud(reading.report);
    const figures: [string, string, string][] = [
      [t.characters, number(text.hanChars), ''],
      [t.aloud, minutes < 1 ? '< 1' : number(Math.round(minutes)), t.minutes],
      [t.paragraphs, number(text.paragraphs), ''],
      [t.sentences, number(text.sentences), ''],
      [t.perSentence, text.sentences > 0 ? number(text.hanChars / text.sentences, 0) : '–', t.charactersUnit],
      ...(variety === null ? [] : [[t.variety, variety.toLocaleString(this.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }), ''] as [string, string, string]]),
    ];
    return html`<dl>${figures.map(([name, value, unit]) => html`<div><dt>${name}</dt><dd>${value}${unit ? html`<small>${unit}</small>` : nothing}</dd></div>`)}</dl>
      <p class="caption">${t.caption(SPOKEN_RATE)}${variety === null ? '' : t.varietyCaption}</p>`;
  }

  #renderWords(report: Report): TemplateResult | typeof nothing {
    const top = report.terms.map((term, i) => ({ term, i })).filter(({ term }) => term.class === 'content').slice(0, 12);
    if (top.length === 0) return nothing;
    return html`<h3>${this.strings.summary.words}</h3>
      <div class="words" lang="zh">${top.map(({ term, i }) => html`<button @click=${() => this.reading && this.select(selectTerm(this.reading, i))}>${term.text}</button>`)}</div>`;
  }

  #renderSkeleton(reading: Reading): TemplateResult | typeof nothing {
    const t = this.strings.summary;
    const { outline } = reading.report;
    const tops = outline.map((node, i) => ({ node, i })).filter(({ node }) => node.depth === 1);
    if (tops.length === 0) return nothing;
    const second = outline.map((node, i) => ({ node, i })).filter(({ node }) => node.depth <= 2);
    const rows = tops.length < 5 && second.length <= 10 ? second : tops.slice(0, 10);
    return html`<h3>${t.skeleton}</h3>
      <ol class="skeleton">${rows.map(({ node, i }) => html`<li style="padding-inline-start: ${(node.depth - 1) * 1.4}em"><button lang="zh" @click=${() => this.select(selectNode(reading, i))}>
        ${node.marker ? html`<span class="marker">${node.marker.trim()}</span>` : nothing}${line(reading, node.heading, 60)}</button></li>`)}</ol>`;
  }

  #renderRings(reading: Reading): TemplateResult | typeof nothing {
    const { outline } = reading.report;
    if (outline.length < 3 || outline.length > 300) return nothing;
    const t = this.strings.summary;
    const selected = this.selection?.kind === 'node' ? this.selection.index : -1;
    return html`<h3>${t.rings}</h3>
      <gangmu-chart .height=${320} .label=${t.ringsLabel} .option=${(palette: Palette) => sunburst(reading, selected, palette)}
        @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => {
          if (event.detail.key >= 0) this.select(selectNode(reading, event.detail.key));
        }}></gangmu-chart>
      <p class="caption">${t.ringsCaption}</p>`;
  }
}
