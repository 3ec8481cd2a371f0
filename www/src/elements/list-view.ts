// What views with long lists share: some items at first, more on request.
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { GangmuView } from './view.js';

/** How many more at a time. */
const STEP = 60;

/** A view of a list. */
export abstract class GangmuListView extends GangmuView {
  @state() private extra = 0;

  /** The first items, and as many as were asked for. */
  protected cut<T>(list: readonly T[], first: number): readonly T[] {
    return list.slice(0, first + this.extra);
  }

  /** The button that shows more. */
  protected renderMore(length: number, first: number): TemplateResult | typeof nothing {
    const left = length - first - this.extra;
    return left > 0 ? html`<button class="more" @click=${() => (this.extra += STEP)}>${this.strings.terms.more(left)}</button>` : nothing;
  }

  /** Class of the item selected anywhere. */
  protected on(kind: string, index: number): string {
    return this.selection?.kind === kind && this.selection.index === index ? 'on' : '';
  }
}
