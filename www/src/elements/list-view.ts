// What views with long lists share: some items at first, more on request; items that lie where something else is selected.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Units } from '../engine/report.js';
import { touches } from '../model/selection.js';
import { GangmuView } from './view.js';

/** How many more at a time. */
const STEP = 60;

/** A view of a list. */
export abstract class GangmuListView extends GangmuView {
  /** Whether it scrolls to what is selected elsewhere; not where it stands among others. */
  @property({ attribute: false }) follow = true;
  @state() private extra = 0;

  /** The first items, as many as were asked for, and all up to one that has to be seen. */
  protected cut<T>(list: readonly T[], first: number, needed = -1): readonly T[] {
    return list.slice(0, Math.max(first + this.extra, needed + 1));
  }

  /** The button that shows more. */
  protected renderMore(length: number, first: number, needed = -1): TemplateResult | typeof nothing {
    const left = length - Math.max(first + this.extra, needed + 1);
    return left > 0 ? html`<button class="more" @click=${() => (this.extra += STEP)}>${this.strings.terms.more(left)}</button>` : nothing;
  }

  /** Class of an item with its places: `on` where it is what is selected, `near` where something selected lies in it or holds it. */
  protected on(kind: string, index: number, spans: readonly Units[]): '' | 'on' | 'near' {
    const { selection } = this;
    if (selection === null) return '';
    if (selection.kind === kind && selection.index === index && index >= 0) return 'on';
    return touches(selection, spans) ? 'near' : '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    // What was chosen here is where the pointer is.
    if (!changed.has('selection') || this.selection === null || !this.follow || this.matches(':focus-within')) return;
    // Once the figure around it is drawn as well.
    requestAnimationFrame(() => this.renderRoot.querySelector('li.on, li.near')?.scrollIntoView({ block: 'nearest' }));
  }
}
