// Tools beside a word in the text: mark a stretch to make it one word, point at a word to split it or not to count it. Lies in
// <gangmu-reader>; whoever shows it gives it the reading, the words and how to change them.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Words } from '../engine/analyzer.js';
import type { Units } from '../engine/report.js';
import { cutsOf } from '../model/cuts.js';
import { lastAtOrBefore, termAt } from '../model/reading.js';
import { selectTerm } from '../model/selection.js';
import { asWord, isJoined, isStopped, join, split, stop } from '../model/words.js';
import type { GangmuReader } from './reader.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';
import { wordToolsStyles } from './word-tools-styles.js';

/** Frequencies that make a word win over what overlaps it, tried in turn where the suggested one did not: no greater than need be, for it weighs on all others. */
const WINNING = [1_000_000, 100_000_000];
/** Milliseconds the way back stays on offer. */
const UNDO_FOR = 12_000;
/** Milliseconds a marked stretch has to stay as it is. */
const REST = 250;

/** What the tools are about. */
type Target =
  | { kind: 'marked'; span: Units; word: string | null }
  | { kind: 'word'; span: Units; term: number; word: string };

/**
 * Join, split, do not count, undo.
 * @fires gangmu-select - the word, at the place pointed at.
 */
export class GangmuWordTools extends GangmuView {
  static override styles = [theme, wordToolsStyles];

  @state() private target: Target | null = null;
  @state() private cutting = false;
  @state() private done: { what: string; before: Words } | null = null;
  @query('.tools') private box!: HTMLElement;

  #reader: GangmuReader | null = null;
  /** A stretch just joined, to be seen to that it is one word now. */
  #joined: { word: string; span: Units; tries: number } | null = null;
  #markTimer: ReturnType<typeof setTimeout> | undefined;
  #undoTimer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#reader = this.closest<GangmuReader>('gangmu-reader');
    this.#reader?.addEventListener('click', this.#onClick);
    document.addEventListener('selectionchange', this.#onMark);
    document.addEventListener('pointerdown', this.#onPointerDown);
    addEventListener('resize', this.#hide);
    // A scroll inside the reader does not bubble.
    this.#reader?.addEventListener('scroll', this.#hide, true);
    this.#reader?.shadowRoot?.addEventListener('scroll', this.#hide, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reader?.removeEventListener('click', this.#onClick);
    this.#reader?.removeEventListener('scroll', this.#hide, true);
    this.#reader?.shadowRoot?.removeEventListener('scroll', this.#hide, true);
    document.removeEventListener('selectionchange', this.#onMark);
    document.removeEventListener('pointerdown', this.#onPointerDown);
    removeEventListener('resize', this.#hide);
    clearTimeout(this.#markTimer);
    clearTimeout(this.#undoTimer);
  }

  /** Opens the tools for the selected word, at the place in view, and takes the focus there: the way of the keyboard. */
  openForSelection(): void {
    const { reading, selection } = this;
    const span = selection?.spans[selection.focus];
    if (reading === null || selection?.kind !== 'term' || span === undefined) return;
    this.#open({ kind: 'word', span, term: selection.index, word: selection.label });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.tools button')?.focus());
  }

  protected override render(): TemplateResult {
    const t = this.strings.wordTools;
    return html`
      <div class="tools" popover="manual" role="group" aria-label=${t.label} @keydown=${this.#onKey}>${this.#renderTools()}</div>
      ${this.done === null ? nothing : html`<div class="done" role="status"><span>${this.done.what}</span><button @click=${this.#undo}>${t.undo}</button></div>`}
    `;
  }

  #renderTools(): TemplateResult | typeof nothing {
    const t = this.strings.wordTools;
    const { target, words } = this;
    if (target === null || this.setWords === null) return nothing;
    if (target.kind === 'marked') {
      const { word, span } = target;
      return word === null ? html`<span class="why">${t.noWord}</span>` : html`<button @click=${() => void this.#join(word, span)}>${t.join(word)}</button>`;
    }
    const { word } = target;
    if (this.cutting) {
      return html`<span class="why">${t.cutWhere}</span>${cutsOf(word).map((parts) => html`<button lang="zh" @click=${() => void this.#split(word, parts)}>${parts.join('｜')}</button>`)}`;
    }
    const stopped = isStopped(words, word);
    return html`
      <button class="word" lang="zh" title=${t.places} @click=${this.#select}>${word}</button>
      ${word.length > 1 ? html`<button @click=${this.#cut}>${isJoined(words, word) ? t.part : t.split}</button>` : nothing}
      ${this.#neighbours(target).map(({ side, ...wider }) => html`<button title=${t.join(wider.word)} @click=${() => void this.#join(wider.word, wider.span)}>${t[side]}</button>`)}
      <button @click=${() => void this.#stop(word, !stopped)}>${stopped ? t.unstop : t.stop}</button>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('tokens') && this.tokens !== null) this.#see();
    if (changed.has('text')) this.#hide();
  }

  protected override updated(): void {
    const { target, box } = this;
    const rect = target === null ? null : (this.#reader?.boxOf(target.span) ?? null);
    if (rect === null || this.setWords === null) {
      if (box.matches(':popover-open')) box.hidePopover();
      return;
    }
    if (!box.matches(':popover-open')) box.showPopover();
    const below = rect.bottom + box.offsetHeight + 12 < innerHeight;
    box.style.top = `${below ? rect.bottom + 6 : rect.top - box.offsetHeight - 6}px`;
    box.style.left = `${Math.max(8, Math.min(rect.left - 8, innerWidth - box.offsetWidth - 8))}px`;
  }

  /** The word with the one before it and with the one after, where nothing parts them. */
  #neighbours({ span }: Target): { side: 'before' | 'after'; word: string; span: Units }[] {
    const { tokens, text } = this;
    if (tokens === null) return [];
    const at = lastAtOrBefore(tokens.starts, span[0]);
    const sides = [{ side: 'before', from: at - 1, to: at }, { side: 'after', from: at, to: at + 1 }] as const;
    return sides.flatMap(({ side, from, to }) => {
      const wider: Units = [tokens.starts[from] ?? span[0], tokens.ends[to] ?? span[1]];
      const word = wider[1] - wider[0] > span[1] - span[0] ? asWord(text.slice(...wider)) : null;
      return word === null ? [] : [{ side, word, span: wider }];
    });
  }

  #open(target: Target): void {
    this.cutting = false;
    this.target = target;
  }

  readonly #hide = (): void => {
    this.target = null;
  };

  readonly #cut = (): void => {
    const { target, words } = this;
    if (target?.kind !== 'word') return;
    const ways = cutsOf(target.word);
    if (ways.length === 1 || isJoined(words, target.word)) void this.#split(target.word, ways[0] ?? []);
    else {
      this.cutting = true;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.tools button')?.focus());
    }
  };

  async #join(word: string, span: Units): Promise<void> {
    this.#joined = { word, span, tries: 0 };
    await this.#change(join(this.words, word), this.strings.wordTools.joined(word));
  }

  async #split(word: string, parts: readonly string[]): Promise<void> {
    await this.#change(split(this.words, parts), this.strings.wordTools.parted(word));
  }

  async #stop(word: string, on: boolean): Promise<void> {
    await this.#change(stop(this.words, word, on), on ? this.strings.wordTools.stopped(word) : this.strings.wordTools.counted(word));
  }

  async #change(words: Words, what: string): Promise<void> {
    const before = this.words;
    this.#hide();
    getSelection()?.removeAllRanges();
    await this.#put(words, what, before);
  }

  async #put(words: Words, what: string, before: Words): Promise<void> {
    try {
      await this.setWords?.(words);
      this.done = { what, before };
      clearTimeout(this.#undoTimer);
      this.#undoTimer = setTimeout(() => (this.done = null), UNDO_FOR);
    } catch {
      // A line typed by hand is wrong: the list of words says which.
      this.done = { what: this.strings.wordTools.listBroken, before };
    }
  }

  readonly #undo = (): void => {
    const { done } = this;
    this.#joined = null;
    this.done = null;
    if (done !== null) void this.setWords?.(done.before);
  };

  /** Were overlapping words stronger than the joined one, it gets a frequency that wins. */
  #see(): void {
    const joined = this.#joined;
    const { tokens, done } = this;
    if (joined === null || tokens === null) return;
    this.#joined = null;
    const at = lastAtOrBefore(tokens.starts, joined.span[0]);
    const whole = tokens.starts[at] === joined.span[0] && tokens.ends[at] === joined.span[1];
    if (whole) return;
    const freq = WINNING[joined.tries];
    const before = done?.before ?? this.words;
    if (freq === undefined) {
      void this.#put(before, this.strings.wordTools.crossed(joined.word), before);
      return;
    }
    this.#joined = { ...joined, tries: joined.tries + 1 };
    void this.#put(join(this.words, joined.word, freq), this.strings.wordTools.joined(joined.word), before);
  }

  readonly #select = (): void => {
    const { target, reading } = this;
    if (target?.kind !== 'word' || reading === null) return;
    const chosen = selectTerm(reading, target.term);
    if (chosen === null) return;
    chosen.focus = Math.max(0, lastAtOrBefore(chosen.spans.map(([start]) => start), target.span[0]));
    this.#hide();
    this.select(chosen);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const { reading, tokens } = this;
    const reader = this.#reader;
    if (reader === null || reading === null || tokens === null || event.composedPath().includes(this)) return;
    if (this.#marked() !== null) return;
    const offset = reader.offsetAt(event);
    const term = offset < 0 ? -1 : termAt(reading, offset);
    const at = lastAtOrBefore(tokens.starts, offset);
    if (term < 0) return;
    const span: Units = [tokens.starts[at] ?? 0, tokens.ends[at] ?? 0];
    this.#open({ kind: 'word', span, term, word: reading.report.terms[term]?.text ?? '' });
  };

  readonly #onMark = (): void => {
    clearTimeout(this.#markTimer);
    this.#markTimer = setTimeout(() => {
      const span = this.#marked();
      if (span !== null) this.#open({ kind: 'marked', span, word: asWord(this.text.slice(...span)) });
      else if (this.target?.kind === 'marked') this.#hide();
    }, REST);
  };

  /** The marked stretch of the text; null when nothing of it is marked, or more than any word could be. */
  #marked(): Units | null {
    const reader = this.#reader;
    const root = reader?.shadowRoot;
    if (!reader || !root) return null;
    const range = markedIn(root);
    if (range === null) return null;
    const [start, end] = [reader.offsetOf(range.startContainer, range.startOffset), reader.offsetOf(range.endContainer, range.endOffset)];
    return start >= 0 && end > start && end - start <= 60 ? [start, end] : null;
  }

  readonly #onPointerDown = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.#hide();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#hide();
    this.#reader?.focus();
  };
}

/** What is marked in a shadow tree; each engine has its own way to say it. */
function markedIn(root: ShadowRoot): StaticRange | Range | null {
  const marked = getSelection();
  if (marked === null) return null;
  // Not in every engine, and not in every version of the types.
  const asking = marked as { getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[] };
  const composed = asking.getComposedRanges?.({ shadowRoots: [root] })[0];
  const own = (root as { getSelection?: () => Selection | null }).getSelection?.() ?? marked;
  const range = composed ?? (own.rangeCount > 0 ? own.getRangeAt(0) : null);
  return range === null || range.collapsed ? null : range;
}
