// 我的词表: words to keep whole, to split and not to count, as lists to type, to bring and to take away.
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Words } from '../engine/analyzer.js';
import { decodeText } from '../engine/encoding.js';
import { GangmuError, toGangmuError } from '../engine/error.js';
import { save } from '../model/save.js';
import { linesOf } from '../model/words.js';
import { fieldStyles } from './field-styles.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';
import { written } from '../model/number.js';

type List = 'user' | 'split' | 'stop';

const LISTS: readonly List[] = ['user', 'split', 'stop'];
/** Milliseconds of rest before what is typed is put to use. */
const REST = 500;
/** No list of words is longer than this. */
const MOST_BYTES = 8_000_000;

/**
 * Edits the user's lists; what is typed counts at once.
 * @fires gangmu-options - traditional characters are to count as simplified ones, or no longer.
 */
export class GangmuWords extends GangmuView {
  static override styles = [
    theme,
    panelStyles,
    fieldStyles,
    css`
      section {
        margin-bottom: 26px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 16px;
        font-size: 13px;
      }
      .head h3 {
        margin: 0;
        margin-inline-end: auto;
      }
      .head button {
        color: var(--accent);
        min-height: 28px;
      }
      .head button[disabled] {
        color: var(--soft);
        cursor: default;
      }
      textarea {
        display: block;
        width: 100%;
        min-height: 7em;
        resize: vertical;
        padding: 8px 10px;
        background: none;
        border: 1px solid var(--hair);
        border-radius: 0;
        line-height: 1.8;
        font-size: 15px;
      }
      textarea[aria-invalid='true'] {
        border-color: var(--accent);
      }
      label.check {
        display: block;
        font-size: 13.5px;
      }
    `,
  ];

  /** What is typed and not yet accepted. */
  @state() private draft: Words | null = null;
  @state() private error: GangmuError | null = null;
  /** A file that could not be brought, and to which list. */
  @state() private refused: { list: List; error: GangmuError } | null = null;
  @state() private status = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#apply();
  }

  protected override render(): TemplateResult {
    const t = this.strings.words;
    if (this.setWords === null) return html`<p class="empty">${t.fixed}</p>`;
    return html`<p class="caption">${t.about}</p>
      ${LISTS.map((list) => this.#renderList(list))}
      <label class="check"><input type="checkbox" .checked=${this.options.foldTraditional === true} @change=${this.#onFold} /> ${t.fold}</label>
      <p class="caption">${t.foldHint}</p>
      <p class="visually-hidden" role="status">${this.status}</p>`;
  }

  #renderList(list: List): TemplateResult {
    const t = this.strings.words;
    const words = this.draft ?? this.words;
    const value = words[list] ?? '';
    const bad = list === 'user' && this.error !== null;
    return html`<section>
      <div class="head">
        <h3 id="h-${list}">${t.list[list]}${linesOf(value).length > 0 ? ` · ${written(linesOf(value).length)}` : ''}</h3>
        <button @click=${() => this.#import(list)}>${t.bring}</button>
        <button ?disabled=${value.trim() === ''} @click=${() => this.#export(list, value)}>${t.take}</button>
        <button ?disabled=${value.trim() === ''} @click=${() => this.#change({ [list]: '' })}>${t.clear}</button>
      </div>
      <textarea lang="zh" spellcheck="false" autocomplete="off" aria-labelledby="h-${list}" aria-describedby="d-${list}" aria-invalid=${bad ? 'true' : nothing}
        placeholder=${t.example[list]} .value=${value} @input=${(event: InputEvent) => this.#onInput(list, event)} @blur=${() => void this.#apply()}></textarea>
      ${bad ? html`<p class="problem" role="alert">${this.#problem()}</p>` : nothing}
      ${this.refused?.list === list ? html`<p class="problem" role="alert">${this.#refusal(this.refused.error)}</p>` : nothing}
      <p class="caption" id="d-${list}">${t.hint[list]}</p>
      ${list === 'stop'
        ? html`<label class="check"><input type="checkbox" .checked=${words.stopAlone === true} @change=${(event: Event) => this.#change({ stopAlone: (event.target as HTMLInputElement).checked })} /> ${t.alone}</label>`
        : nothing}
    </section>`;
  }

  /** Which line, what stands there, and what is wrong with it. */
  #problem(): string {
    const { error, draft, strings } = this;
    if (error === null) return '';
    if (error.code !== 'user-words-invalid') return strings.errors[error.code] ?? strings.errors.unknown;
    const line = (draft?.user ?? '').split(/\r?\n/)[(error.line ?? 1) - 1] ?? '';
    return strings.words.badLine(error.line ?? 1, line.trim().slice(0, 40));
  }

  #refusal(error: GangmuError): string {
    const { errors, words } = this.strings;
    return error.code === 'file-too-big' ? words.tooBig : (errors[error.code] ?? errors.unknown);
  }

  #onInput(list: List, event: InputEvent): void {
    this.draft = { ...(this.draft ?? this.words), [list]: (event.target as HTMLTextAreaElement).value };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#apply(), REST);
  }

  readonly #onFold = (event: Event): void => {
    const detail = { foldTraditional: (event.target as HTMLInputElement).checked };
    this.dispatchEvent(new CustomEvent('gangmu-options', { detail, bubbles: true, composed: true }));
  };

  #change(change: Words): void {
    this.draft = { ...(this.draft ?? this.words), ...change };
    void this.#apply();
  }

  async #apply(): Promise<void> {
    clearTimeout(this.#timer);
    const { draft, setWords } = this;
    if (draft === null || setWords === null) return;
    try {
      await setWords(draft);
      this.error = null;
      if (this.draft === draft) this.draft = null;
      this.status = this.strings.words.applied;
    } catch (thrown) {
      this.error = toGangmuError(thrown);
    }
  }

  #export(list: List, value: string): void {
    save(`${this.strings.words.file[list]}.txt`, value.endsWith('\n') ? value : `${value}\n`, 'text/plain');
  }

  #import(list: List): void {
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.accept = '.txt,.dict,.csv,text/plain';
    picker.addEventListener('change', () => {
      const file = picker.files?.[0];
      if (file !== undefined) void this.#bring(list, file);
    });
    picker.click();
  }

  /** A file's lines join those that are there; commas of a table part as spaces do. */
  async #bring(list: List, file: File): Promise<void> {
    this.refused = null;
    try {
      if (file.size > MOST_BYTES) throw new GangmuError('file-too-big', `${file.name}: ${file.size} bytes`);
      const { text } = await decodeText(new Uint8Array(await file.arrayBuffer()));
      const lines = linesOf(/\.csv$/i.test(file.name) ? text.replace(/[,，]/g, ' ') : text);
      const before = (this.draft ?? this.words)[list] ?? '';
      const known = new Set(linesOf(before));
      const fresh = lines.filter((line) => !known.has(line));
      this.#change({ [list]: `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${fresh.join('\n')}\n` });
    } catch (thrown) {
      this.refused = { list, error: toGangmuError(thrown) };
    }
  }
}
