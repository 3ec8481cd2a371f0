// 纲: the outline as an ARIA tree. Arrow keys walk and fold it, letters are left to the filter.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { AnnouncementView, Report, Units } from '../engine/report.js';
import { type Row, rowsOf } from '../model/outline.js';
import { headingOf, lastAtOrBefore, line, words } from '../model/reading.js';
import { selectNode, selectSpans, type Selection } from '../model/selection.js';
import { outlineStyles } from './outline-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/** More visible rows than this are drawn only where they are in view. */
const MANY = 400;
const ROW_HEIGHT = 30;
/** The least share of the text that is drawn: a shorter bar would be a speck of dust. */
const LEAST_BAR = 0.015;

/**
 * The outline.
 * @fires gangmu-select - a node or a document was chosen.
 * @csspart tree - the tree itself.
 * @csspart node - one row.
 */
export class GangmuOutline extends GangmuView {
  static override styles = [theme, outlineStyles];

  /** Without filter and folding buttons. */
  @property({ type: Boolean }) plain = false;

  @state() private filter = '';
  @state() private folded = new Set<number>();
  @state() private current = 0;
  @state() private top = 0;
  @query('[role=tree]') private tree!: HTMLElement | null;

  #rows: Row[] = [];
  #kept = new Map<number, AnnouncementView[]>();
  #flagged = new Set<number>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('report')) this.#read(this.report);
    if (changed.has('selection') && this.selection?.kind === 'node') {
      const row = this.#rows.findIndex((r) => r.kind === 'node' && r.index === this.selection?.index);
      if (row >= 0) {
        this.#unfoldTo(row);
        this.current = row;
      }
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('selection') && this.selection?.kind === 'node') this.#scrollToCurrent();
  }

  protected override render(): TemplateResult {
    const { strings, report } = this;
    if (report === null) return html``;
    if (this.#rows.length === 0) return html`<p class="empty">${strings.outline.empty}</p>`;
    const visible = this.#visible();
    return html`
      ${this.plain ? nothing : this.#renderTools()}${this.#renderPromises()}
      ${visible.length === 0 ? html`<p class="empty">${strings.outline.noMatch}</p>` : this.#renderTree(visible)}
    `;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  }

  #renderTools(): TemplateResult {
    const t = this.strings.outline;
    const deepest = this.#rows.reduce((deep, row) => Math.max(deep, row.level), 1);
    const levels = Array.from({ length: Math.min(deepest, 4) }, (_, i) => i + 1);
    return html`<div class="tools">
      <input type="search" aria-label=${t.filter} placeholder=${t.filter} .value=${this.filter} @input=${this.#onFilter} />
      ${deepest > 1
        ? levels.map((level) => html`<button title=${t.toLevel(level)} aria-label=${t.toLevel(level)} @click=${() => this.#foldTo(level)}>${level}</button>`)
        : nothing}
    </div>`;
  }

  #renderTree(visible: number[]): TemplateResult {
    const label = this.strings.outline.label;
    if (visible.length <= MANY) {
      return html`<div role="tree" part="tree" aria-label=${label} @keydown=${this.#onKey}>
        ${repeat(visible, (i) => i, (i) => this.#renderRow(i, visible))}
      </div>`;
    }
    const height = Math.min(visible.length * ROW_HEIGHT, 600);
    const first = Math.max(0, Math.floor(this.top / ROW_HEIGHT) - 10);
    const shown = visible.slice(first, first + Math.ceil(height / ROW_HEIGHT) + 20);
    return html`<div class="slice virtual" role="tree" part="tree" aria-label=${label} style=${styleMap({ height: `min(70vh, ${height}px)` })}
      @keydown=${this.#onKey} @scroll=${this.#onScroll}>
      <div role="none" style=${styleMap({ height: `${visible.length * ROW_HEIGHT}px` })}></div>
      ${repeat(shown, (i) => i, (i, k) => this.#renderRow(i, visible, `${(first + k) * ROW_HEIGHT}px`))}
    </div>`;
  }

  #renderRow(index: number, visible: number[], top?: string): TemplateResult | typeof nothing {
    const row = this.#rows[index];
    const reading = this.reading;
    if (row === undefined || reading === null) return nothing;
    const { report } = reading;
    const node = row.kind === 'node' ? report.outline[row.index] : undefined;
    const span = node?.span ?? report.documents[row.index]?.span ?? [0, 0];
    const heading: Units = node ? headingOf(node) : (report.documents[row.index]?.title ?? [span[0], span[0] + 24]);
    const expandable = row.descendants > 0;
    const folded = this.folded.has(index);
    const units = span[1] - span[0];
    const share = units / Math.max(1, report.text.utf16Length);
    const name = line(reading, heading);
    const focusable = this.current === index || (!visible.includes(this.current) && index === visible[0]);
    return html`<div
      class="row ${row.kind} ${row.level === 1 ? 'top' : ''}"
      part="node"
      role="treeitem"
      data-row=${index}
      tabindex=${focusable ? 0 : -1}
      aria-level=${row.level}
      aria-posinset=${row.position}
      aria-setsize=${row.siblings}
      aria-expanded=${expandable ? String(!folded) : nothing}
      aria-selected=${this.#isSelected(row) ? 'true' : 'false'}
      title=${name}
      style=${styleMap({ '--level': String(row.level), '--share': share < LEAST_BAR ? '0' : share.toFixed(4), ...(top === undefined ? {} : { top }) })}
      @click=${(event: Event) => this.#onClick(event, index)}
    >
      <span class="fold" aria-hidden="true">${expandable ? (folded ? '▶' : '▼') : nothing}</span>
      <span class="text" lang="zh">${node?.marker ? html`<span class="marker">${node.marker.trim()}</span>` : nothing}${name}${this.#renderVerdict(row)}</span>
      <span class="figure" aria-label=${this.strings.outline.length(units)}>${units}</span>
    </div>`;
  }

  #renderVerdict(row: Row): TemplateResult | typeof nothing {
    const kept = row.kind === 'node' ? this.#kept.get(row.index) : this.#keptByDocument(row.index);
    const flag = row.kind === 'node' && this.#flagged.has(row.index) ? html`<span class="verdict" title=${this.strings.outline.flagged}>●</span>` : nothing;
    return html`${(kept ?? []).map((a) => this.#renderOneVerdict(a))}${flag}`;
  }

  /** Promises the top points of a document keep, or nothing does. */
  #keptByDocument(index: number): AnnouncementView[] {
    const span = this.report?.documents[index]?.span;
    if (span === undefined) return [];
    return (this.report?.announcements ?? []).filter((a) => a.node === null && a.span[0] >= span[0] && a.span[1] <= span[1]);
  }

  /** Where there is one document, and so no row for it, its promises stand above the tree. */
  #renderPromises(): TemplateResult | typeof nothing {
    const reading = this.reading;
    if (reading === null || reading.report.documents.length > 1) return nothing;
    return html`${this.#keptByDocument(0).map((a) => {
      const index = reading.report.announcements.indexOf(a);
      const on = this.selection?.kind === 'announcement' && this.selection.index === index;
      return html`<button class="promise ${on ? 'on' : ''}" @click=${() => this.select(selectSpans('announcement', index, words(reading, a.span), [a.span]))}>
        <span lang="zh">${words(reading, a.span)}</span>${this.#renderOneVerdict(a)}
      </button>`;
    })}`;
  }

  #renderOneVerdict(a: AnnouncementView): TemplateResult {
    const t = this.strings.verdict;
    return html`<span class="verdict ${a.verdict}" title=${t[a.verdict]}>${a.verdict === 'kept' ? '✓' : '✗'} ${a.found}/${a.promised ?? t.several}</span>`;
  }

  #read(report: Report | null): void {
    this.#rows = report === null ? [] : rowsOf(report);
    this.#kept = new Map();
    this.#flagged = new Set();
    this.folded = new Set();
    this.current = 0;
    for (const announcement of report?.announcements ?? []) {
      if (announcement.node === null) continue;
      this.#kept.set(announcement.node, [...(this.#kept.get(announcement.node) ?? []), announcement]);
    }
    const places = (report?.findings ?? []).flatMap((f) => (f.severity === 'note' ? [] : [f.span[0]])).sort((a, b) => a - b);
    report?.outline.forEach((node, i) => {
      if ((places[lastAtOrBefore(places, headingOf(node)[1] - 1)] ?? -1) >= node.span[0]) this.#flagged.add(i);
    });
    // A long outline opens at its upper levels.
    if (this.#rows.length > 120) this.#foldTo(2);
  }

  /** Indices of the rows to show: matching rows with their ancestors, none inside folded ones. */
  #visible(): number[] {
    const wanted = this.filter.trim();
    if (wanted !== '') return this.#matching(wanted);
    const visible: number[] = [];
    for (let i = 0; i < this.#rows.length; i++) {
      visible.push(i);
      if (this.folded.has(i)) i += this.#rows[i]?.descendants ?? 0;
    }
    return visible;
  }

  #matching(wanted: string): number[] {
    const reading = this.reading;
    const keep = new Set<number>();
    this.#rows.forEach((row, i) => {
      const node = row.kind === 'node' ? reading?.report.outline[row.index] : undefined;
      const span = node ? headingOf(node) : reading?.report.documents[row.index]?.title;
      if (!reading || !span || !line(reading, span, Infinity).includes(wanted)) return;
      for (let at = i; at >= 0 && !keep.has(at); at = this.#rows[at]?.parent ?? -1) keep.add(at);
    });
    return [...keep].sort((a, b) => a - b);
  }

  #isSelected(row: Row): boolean {
    return this.selection?.kind === row.kind && this.selection.index === row.index;
  }

  #foldTo(level: number): void {
    const folded = new Set<number>();
    this.#rows.forEach((row, i) => {
      if (row.descendants > 0 && row.level >= level) folded.add(i);
    });
    this.folded = folded;
  }

  #fold(row: number, close: boolean): void {
    const folded = new Set(this.folded);
    if (close) folded.add(row);
    else folded.delete(row);
    this.folded = folded;
  }

  #unfoldTo(row: number): void {
    for (let at = this.#rows[row]?.parent ?? -1; at >= 0; at = this.#rows[at]?.parent ?? -1) {
      if (this.folded.has(at)) this.#fold(at, false);
    }
  }

  #choose(index: number): void {
    const row = this.#rows[index];
    const reading = this.reading;
    if (row === undefined || reading === null) return;
    this.current = index;
    this.select(row.kind === 'node' ? selectNode(reading, row.index) : this.#selectDocument(row.index));
  }

  #selectDocument(index: number): Selection | null {
    const document = this.report?.documents[index];
    const reading = this.reading;
    if (document === undefined || reading === null) return null;
    const title: Units = document.title ?? [document.span[0], document.span[0] + 1];
    return { kind: 'document', index, label: line(reading, title, 30), spans: [title], focus: 0 };
  }

  #onClick(event: Event, index: number): void {
    const onFold = event.target instanceof Element && event.target.classList.contains('fold');
    if (onFold && (this.#rows[index]?.descendants ?? 0) > 0) this.#fold(index, !this.folded.has(index));
    else this.#choose(index);
  }

  #onFilter(event: InputEvent): void {
    this.filter = (event.target as HTMLInputElement).value;
  }

  #onScroll(event: Event): void {
    this.top = (event.target as HTMLElement).scrollTop;
  }

  #onKey(event: KeyboardEvent): void {
    const visible = this.#visible();
    const at = Math.max(0, visible.indexOf(this.current));
    const row = this.#rows[visible[at] ?? 0];
    const here = visible[at];
    if (row === undefined || here === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const open = row.descendants > 0 && !this.folded.has(here);
    let to: number | undefined;
    switch (event.key) {
      case 'ArrowDown': to = visible[at + 1]; break;
      case 'ArrowUp': to = visible[at - 1]; break;
      case 'Home': to = visible[0]; break;
      case 'End': to = visible.at(-1); break;
      case 'ArrowRight':
        if (row.descendants > 0 && !open) this.#fold(here, false);
        else if (open) to = visible[at + 1];
        break;
      case 'ArrowLeft':
        if (open) this.#fold(here, true);
        else if (row.parent >= 0) to = row.parent;
        break;
      case 'Enter':
      case ' ':
        this.#choose(here);
        break;
      default:
        return;
    }
    event.preventDefault();
    if (to !== undefined) void this.#focus(to);
  }

  async #focus(row: number): Promise<void> {
    this.current = row;
    await this.updateComplete;
    this.#scrollToCurrent();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus({ preventScroll: false });
  }

  #scrollToCurrent(): void {
    const tree = this.tree;
    if (tree?.classList.contains('virtual')) {
      const top = this.#visible().indexOf(this.current) * ROW_HEIGHT;
      if (top < tree.scrollTop || top > tree.scrollTop + tree.clientHeight - ROW_HEIGHT) tree.scrollTop = top - tree.clientHeight / 2;
      this.top = tree.scrollTop;
    } else {
      this.renderRoot.querySelector(`[data-row="${this.current}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  }
}
