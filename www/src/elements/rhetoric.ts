// 修辞: promises and how they are kept, set phrases, parallelism as an aligned table of slots.
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { AnnouncementView, ParallelismView, Report } from '../engine/report.js';
import { line, type Reading, words } from '../model/reading.js';
import { align } from '../model/frame.js';
import { selectSpans } from '../model/selection.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

const PAGE = 12;

/**
 * Announcements, set phrases, parallelisms and pairs.
 * @fires gangmu-select - one of them, with all its places.
 */
export class GangmuRhetoric extends GangmuView {
  static override styles = [
    theme,
    panelStyles,
    css`
      .item {
        display: block;
        width: 100%;
        padding: 8px 6px;
        margin: 0 -6px;
        border-bottom: 1px solid var(--hair);
        unicode-bidi: isolate;
      }
      .item:hover {
        background: color-mix(in srgb, var(--tint) 55%, transparent);
      }
      .item.on {
        background: var(--tint);
      }
      .frame {
        color: var(--accent);
      }
      .kind {
        color: var(--soft);
        font-size: 12.5px;
        margin-inline-start: 0.8em;
      }
      .row {
        display: flex;
        gap: 12px;
        justify-content: space-between;
        align-items: baseline;
      }
      .verdict {
        white-space: nowrap;
        font-size: 13px;
      }
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }
      .tags button {
        min-height: 28px;
        border-bottom: 1px solid transparent;
      }
      .tags button:hover,
      .tags button.on {
        border-bottom-color: var(--accent);
      }
      sup {
        color: var(--soft);
        font-size: 11px;
        margin-inline-start: 2px;
        line-height: 0;
      }
      .members {
        display: grid;
        font-size: 14px;
        line-height: 1.75;
        margin-top: 2px;
      }
      .members span {
        overflow-wrap: anywhere;
      }
      .members b {
        font-weight: 400;
        color: var(--accent);
      }
    `,
  ];

  @state() private shown: Record<string, number> = {};

  protected override render(): TemplateResult {
    const { report, strings } = this;
    const t = strings.rhetoric;
    const reading = this.reading;
    if (report === null || reading === null) return html``;
    const { announcements, setPhrases, parallelisms } = report;
    if (announcements.length + setPhrases.length + parallelisms.length === 0) return html`<p class="empty">${t.empty}</p>`;
    return html`
      ${announcements.length > 0 ? this.#renderAnnouncements(reading, announcements) : nothing}
      ${setPhrases.length > 0 ? this.#renderSetPhrases(report) : nothing}
      ${this.#renderParallelisms(reading, 'parallelism', t.parallelism)}
      ${this.#renderParallelisms(reading, 'pair', t.pairs)}
    `;
  }

  #renderAnnouncements(reading: Reading, list: AnnouncementView[]): TemplateResult {
    const t = this.strings.rhetoric;
    return html`<h3>${t.announcements}</h3>
      <ul>${this.#cut('announcements', list).map(([a, i]) => html`<li>
        <button class="item row ${this.#on('announcement', i)}" @click=${() => this.select(selectSpans('announcement', i, words(reading, a.span), this.#placesOf(reading, a)))}>
          <span lang="zh">${words(reading, a.span)}</span>
          <span class="verdict ${a.verdict === 'kept' ? 'kept' : 'broken'}">${t.verdict(a.verdict, a.promised, a.found)}</span>
        </button></li>`)}</ul>
      ${this.#more('announcements', list.length)}`;
  }

  /** The promise itself and the headings that keep it. */
  #placesOf(reading: Reading, announcement: AnnouncementView): [number, number][] {
    const { outline } = reading.report;
    if (announcement.verdict === 'open') return [announcement.span];
    const own = outline.filter((node) => node.parent === announcement.node && node.span[0] >= announcement.span[0]);
    return [announcement.span, ...own.slice(0, announcement.found).map((node): [number, number] => [Math.min(node.span[0], node.heading[0]), node.heading[1]])];
  }

  #renderSetPhrases(report: Report): TemplateResult {
    const t = this.strings.rhetoric;
    const list = report.setPhrases;
    return html`<h3>${t.setPhrases}</h3>
      <div class="tags">${this.#cut('set', list, 40).map(([phrase, i]) => html`<button class=${this.#on('set-phrase', i)}
        @click=${() => this.select(selectSpans('set-phrase', i, phrase.text, phrase.spans))}><span lang="zh" class="word">${phrase.text}</span>${phrase.count > 1 ? html`<sup aria-label=${t.times(phrase.count)}>${phrase.count}</sup>` : nothing}</button>`)}</div>
      ${this.#more('set', list.length, 40)}`;
  }

  #renderParallelisms(reading: Reading, kind: ParallelismView['kind'], title: string): TemplateResult | typeof nothing {
    const list = reading.report.parallelisms.map((p, i): [ParallelismView, number] => [p, i]).filter(([p]) => p.kind === kind);
    if (list.length === 0) return nothing;
    const limit = this.shown[kind] ?? PAGE;
    return html`<h3>${title}</h3>
      <ul>${list.slice(0, limit).map(([p, i]) => html`<li>
        <button class="item ${this.#on('parallelism', i)}" @click=${() => this.select(selectSpans('parallelism', i, p.frame, p.members))}>
          <span class="frame" lang="zh">${p.frame}</span><span class="kind">× ${p.members.length}</span>
          <span class="members" lang="zh">${p.members.map((span) => html`<span>${this.#renderSlots(line(reading, span, 60), p.frame)}</span>`)}</span>
        </button></li>`)}</ul>
      ${list.length > limit ? html`<button class="more" @click=${() => this.#showMore(kind, limit)}>${this.strings.terms.more(list.length - limit)}</button>` : nothing}`;
  }

  /** The frame's own words in vermilion, what varies in ink. */
  #renderSlots(member: string, frame: string): TemplateResult[] {
    return align(member, frame).map((part) => (part.fixed ? html`<b>${part.text}</b>` : html`${part.text}`));
  }

  #on(kind: string, index: number): string {
    return this.selection?.kind === kind && this.selection.index === index ? 'on' : '';
  }

  #cut<T>(name: string, list: readonly T[], page = PAGE): [T, number][] {
    return list.slice(0, this.shown[name] ?? page).map((item, i) => [item, i]);
  }

  #more(name: string, length: number, page = PAGE): TemplateResult | typeof nothing {
    const limit = this.shown[name] ?? page;
    if (length <= limit) return nothing;
    return html`<button class="more" @click=${() => this.#showMore(name, limit)}>${this.strings.terms.more(length - limit)}</button>`;
  }

  #showMore(name: string, limit: number): void {
    this.shown = { ...this.shown, [name]: limit + 60 };
  }
}
