// 概览: what the text is, at a glance; printed as one page, saved as one file.
import { html, nothing, type TemplateResult } from 'lit';
import { briefBody, reportHtml } from '../model/report-html.js';
import { type Figure, figuresOf, figuresTable, headLines, skeleton, titleOf, topWords } from '../model/brief.js';
import { fileStem } from '../model/file-name.js';
import { printMarkup } from '../model/print.js';
import type { Reading } from '../model/reading.js';
import { REPORT_STYLE } from '../model/report-style.js';
import { save } from '../model/save.js';
import { selectNode } from '../model/selection.js';
import { isSelected, selectWord } from '../model/frequent.js';
import { panelStyles } from './panel-styles.js';
import { summaryStyles } from './summary-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

const FACETS = ['brief', 'parts'] as const;

/**
 * The summary; on a second leaf the proportions of the outline.
 * @fires gangmu-select - a word or a point of the skeleton.
 */
export class GangmuSummary extends GangmuView {
  static override styles = [theme, panelStyles, summaryStyles];

  protected override render(): TemplateResult {
    const { reading, report, text, tokens, selection, language } = this;
    const t = this.strings.summary;
    if (reading === null) return html``;
    const open = FACETS.find((facet) => facet === this.facet) ?? 'brief';
    return html`<div class="choices" role="group" aria-label=${t.facets}>
        ${FACETS.map((facet) => html`<button aria-pressed=${facet === open} @click=${() => this.showFacet(facet)}>${t.facet[facet]}</button>`)}
      </div>
      ${open === 'brief'
        ? html`${this.#renderHead(reading)}${this.#renderFigures(reading)}${this.#renderWords(reading)}${this.#renderSkeleton(reading)}${this.#renderKeep(reading)}`
        : html`<gangmu-icicle .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language}></gangmu-icicle>
            <gangmu-sunburst .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language}></gangmu-sunburst>`}`;
  }

  #renderHead(reading: Reading): TemplateResult {
    return html`<p class="title" lang="zh"><bdi>${titleOf(reading)}</bdi></p>
      ${headLines(reading).map((head) => html`<p class="head" lang="zh"><bdi>${head}</bdi></p>`)}`;
  }

  #renderFigures(reading: Reading): TemplateResult {
    const t = this.strings.summary;
    const figures: Figure[] = figuresOf(reading, t);
    return html`<gangmu-figure .heading=${t.title} .note=${reading.report.text.variety === null ? '' : t.varietyCaption} .language=${this.language}
      .stem=${fileStem(reading)} .table=${() => figuresTable(figures, t)}>
      <dl>${figures.map(({ key, name, value, unit }) => html`<div data-figure=${key}><dt>${name}</dt><dd>${value}${unit ? html`<small>${unit}</small>` : nothing}</dd></div>`)}</dl>
    </gangmu-figure>`;
  }

  #renderWords(reading: Reading): TemplateResult | typeof nothing {
    const words = topWords(reading);
    if (words.length === 0) return nothing;
    return html`<h3>${this.strings.summary.words}</h3>
      <div class="words" lang="zh">${words.map((word) => html`<button aria-pressed=${isSelected(word, this.selection)} @click=${() => this.select(selectWord(reading, word))}>${word.text}<small>${word.count}</small></button>`)}</div>`;
  }

  #renderSkeleton(reading: Reading): TemplateResult {
    const t = this.strings.summary;
    const { lines, left } = skeleton(reading);
    const selected = this.selection?.kind === 'node' ? this.selection.index : -1;
    if (lines.length === 0) return html`<h3>${t.skeleton}</h3><p class="empty">${this.strings.outline.empty}</p>`;
    return html`<h3>${t.skeleton}</h3>
      <ol class="skeleton">${lines.map(({ node, depth, marker, heading }) => html`<li class=${node === selected ? 'on' : ''} style="padding-inline-start: ${(depth - 1) * 1.4}em"><button lang="zh" @click=${() => this.select(selectNode(reading, node))}>
        ${marker ? html`<span class="marker">${marker}</span>` : nothing}${heading}</button></li>`)}</ol>
      ${left > 0 ? html`<p class="caption">${t.skeletonMore(left)}</p>` : nothing}`;
  }

  #renderKeep(reading: Reading): TemplateResult {
    const t = this.strings.summary;
    return html`<div class="keep">
      <button @click=${() => printMarkup(titleOf(reading), briefBody(reading, this.strings), REPORT_STYLE)}>${t.print}</button>
      <button @click=${() => save(`${fileStem(reading)}.html`, reportHtml(reading, this.strings, this.language), 'text/html')}>${t.save}</button>
    </div>`;
  }
}
