// 关系: how the parts of the text hang together, as a tree and as a list.
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

const FACETS = ['tree', 'list'] as const;

/**
 * The RST tree and its relations; made when asked for.
 * @fires gangmu-options - the tree is wanted.
 */
export class GangmuDiscourse extends GangmuView {
  static override styles = [theme, panelStyles];

  /** Whether the tree was asked for, and whether a whole report came without it. */
  @state() private asked = false;
  @state() private refused = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('report') || this.report === null) return;
    // The outline comes first, without words and without a tree.
    this.refused = this.asked && this.report.rst === null && this.report.terms.length > 0;
    if (this.refused || this.report.rst !== null) this.asked = false;
  }

  protected override render(): TemplateResult {
    const { report, text, tokens, selection, language } = this;
    const t = this.strings.discourse;
    if (report === null) return html``;
    if (report.rst === null) return this.#renderOffer();
    const open = FACETS.find((facet) => facet === this.facet) ?? 'tree';
    return html`<div class="choices" role="group" aria-label=${t.facets}>
        ${FACETS.map((facet) => html`<button aria-pressed=${facet === open} @click=${() => this.showFacet(facet)}>${t.facet[facet]}</button>`)}
      </div>
      ${open === 'tree'
        ? html`<gangmu-rst .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language}></gangmu-rst>`
        : html`<gangmu-relations .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language}></gangmu-relations>`}`;
  }

  /** The tree needs a model of its own: fetched when somebody wants it, not before. */
  #renderOffer(): TemplateResult {
    const t = this.strings.discourse;
    if (this.asked) return html`<p class="empty" role="status">${t.waiting}</p>`;
    return html`<p class="empty">${this.refused ? t.refused : t.offer}</p><button class="more" @click=${this.#ask}>${this.refused ? this.strings.page.retry : t.ask}</button>`;
  }

  #ask(): void {
    this.asked = true;
    this.dispatchEvent(new CustomEvent('gangmu-options', { detail: { rst: true }, bubbles: true, composed: true }));
  }
}
