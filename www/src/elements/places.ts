// 分布: where words stand: over the whole text and its sections, line by line, and beside which others.
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { panelStyles } from './panel-styles.js';
import { placesStyles } from './places-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/** The view's own tabs. */
const FACETS = ['', 'lines', 'company'] as const;
/** More rows than this are no picture any more. */
const MOST = 40;

/**
 * Dispersion of the top terms, of the selected one and of those the person adds.
 * @fires gangmu-select - a term, at the place clicked.
 */
export class GangmuPlaces extends GangmuView {
  static override styles = [theme, panelStyles, placesStyles];

  /** How many of the most frequent content words. */
  @property({ type: Number }) rows = 10;
  /** Terms taken in or out by hand, by their words: they outlast a new reading. */
  @state() private added: readonly string[] = [];
  @state() private removed: readonly string[] = [];

  protected override render(): TemplateResult {
    const t = this.strings.places;
    const { report } = this;
    if (report === null) return html``;
    if (report.terms.length === 0) return html`<p class="empty">${t.empty}</p>`;
    return html`${this.#renderFacets()}${this.#renderFacet()}`;
  }

  #renderFacets(): TemplateResult {
    const t = this.strings.places;
    const open = FACETS.find((facet) => facet === this.facet) ?? '';
    return html`<div class="choices" role="group" aria-label=${t.facets}>
      ${FACETS.map((facet) => html`<button aria-pressed=${facet === open} @click=${() => this.showFacet(facet)}>${t.facet[facet || 'map']}</button>`)}
    </div>`;
  }

  #renderFacet(): TemplateResult {
    const { report, text, tokens, selection, language, ask } = this;
    if (this.facet === 'lines') return html`<gangmu-concordance .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .ask=${ask}></gangmu-concordance>`;
    if (this.facet === 'company') return html`<gangmu-collocates .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .ask=${ask}></gangmu-collocates>`;
    const terms = this.#terms();
    return html`${this.#renderChosen(terms)}
      <gangmu-barcode .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .terms=${terms}></gangmu-barcode>
      <gangmu-heat .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .terms=${terms}></gangmu-heat>`;
  }

  #renderChosen(terms: readonly number[]): TemplateResult {
    const t = this.strings.places;
    const words = this.report?.terms ?? [];
    return html`<div class="chosen">
      <ul aria-label=${t.chosen}>${terms.map((term) => {
        const word = words[term]?.text ?? '';
        return html`<li><span lang="zh" class="word">${word}</span><button aria-label=${t.remove(word)} title=${t.remove(word)} @click=${() => this.#remove(word)}>×</button></li>`;
      })}</ul>
      <input list="words" lang="zh" aria-label=${t.add} placeholder=${t.add} @change=${this.#onAdd} />
      <datalist id="words">${words.slice(0, 300).map((term) => html`<option value=${term.text}></option>`)}</datalist>
    </div>`;
  }

  /** The most frequent content words and those added, without those taken out; the selected one always. */
  #terms(): number[] {
    const terms = this.report?.terms ?? [];
    const top = terms.flatMap((term, i) => (term.class === 'content' ? [i] : [])).slice(0, this.rows);
    const added = this.added.flatMap((word) => terms.findIndex((term) => term.text === word)).filter((i) => i >= 0);
    const selected = this.selection?.kind === 'term' ? [this.selection.index] : [];
    const shown = [...top, ...added].filter((i) => !this.removed.includes(terms[i]?.text ?? ''));
    return [...new Set([...shown, ...selected])].slice(0, MOST);
  }

  #onAdd(event: Event): void {
    const input = event.target as HTMLInputElement;
    const word = input.value.trim();
    if (!this.report?.terms.some((term) => term.text === word)) return;
    this.removed = this.removed.filter((other) => other !== word);
    this.added = [...this.added, word];
    input.value = '';
  }

  #remove(word: string): void {
    this.added = this.added.filter((other) => other !== word);
    this.removed = [...this.removed, word];
    if (this.selection?.kind === 'term' && this.selection.label === word) this.select(null);
  }
}
