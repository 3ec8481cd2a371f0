// 修辞: the devices of the text, one below the other.
import { html, type TemplateResult } from 'lit';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

const FACETS = ['all', 'moves', 'parallelism', 'pairs', 'announcements', 'set-phrases', 'devices'] as const;
type Facet = (typeof FACETS)[number];

/**
 * All devices, or those of one kind.
 * @fires gangmu-select - one of them, with all its places.
 */
export class GangmuRhetoric extends GangmuView {
  static override styles = [theme, panelStyles];

  protected override render(): TemplateResult {
    const { report, strings } = this;
    const t = strings.rhetoric;
    if (report === null) return html``;
    const open = FACETS.find((facet) => facet === this.facet) ?? 'all';
    const { announcements, setPhrases, parallelisms, devices, moves } = report;
    if (announcements.length + setPhrases.length + parallelisms.length + devices.length + moves.length === 0) return html`<p class="empty">${t.empty}</p>`;
    return html`<div class="choices" role="group" aria-label=${t.facets}>
        ${FACETS.map((facet) => html`<button aria-pressed=${facet === open} @click=${() => this.showFacet(facet)}>${t.facet[facet]}</button>`)}
      </div>
      ${open === 'all' ? this.#present().map((facet) => this.#renderFacet(facet, false)) : this.#renderFacet(open, true)}`;
  }

  /** Together only what there is; on its own each says what would be seen. */
  #present(): Facet[] {
    const { report } = this;
    if (report === null) return [];
    const counts: Record<Facet, number> = {
      all: 0,
      moves: report.moves.length,
      devices: report.devices.length,
      announcements: report.announcements.length,
      'set-phrases': report.setPhrases.length,
      parallelism: report.parallelisms.filter((group) => group.kind === 'parallelism').length,
      pairs: report.parallelisms.filter((group) => group.kind === 'pair').length,
    };
    return FACETS.filter((facet) => counts[facet] > 0);
  }

  /** One of them; `alone` it scrolls to what is selected. */
  #renderFacet(facet: Facet, alone: boolean): TemplateResult {
    const { report, text, tokens, selection, language } = this;
    switch (facet) {
      case 'announcements':
        return html`<gangmu-announcements .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .follow=${alone}></gangmu-announcements>`;
      case 'set-phrases':
        return html`<gangmu-set-phrases .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .follow=${alone}></gangmu-set-phrases>`;
      case 'moves':
        return html`<gangmu-moves .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language}></gangmu-moves>`;
      case 'devices':
        return html`<gangmu-devices .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .follow=${alone}></gangmu-devices>`;
      case 'pairs':
        return html`<gangmu-slots kind="pair" .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .follow=${alone}></gangmu-slots>`;
      default:
        return html`<gangmu-slots .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .follow=${alone}></gangmu-slots>`;
    }
  }
}
