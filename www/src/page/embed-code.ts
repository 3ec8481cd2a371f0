// The open text for somebody else's page: two lines of HTML, copied.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { theme } from '../elements/theme.js';
import { type Language, STRINGS } from '../i18n/index.js';

/** The widget with a text in it; `script` is the address of gangmu.js. */
export function embedCode(text: string, script: string): string {
  return `<script type="module" src="${escaped(script)}"></script>\n<gangmu-analyzer view="outline terms">${escaped(text)}</gangmu-analyzer>\n`;
}

/** Text stays text, in content and in attributes. */
function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  // A parser reads NUL as something else and carriage returns as line feeds.
  return text.replace(/[&<>"]/g, (character) => names[character] ?? '').replaceAll('\r', '&#13;').replaceAll('\0', '\ufffd');
}

/** A button that copies the code, and says so. Where copying is refused it shows the code to be copied by hand. */
export class GangmuEmbedCode extends LitElement {
  static override styles = [
    theme,
    css`
      :host {
        color: inherit;
      }
      button {
        text-decoration: underline dotted;
        text-underline-offset: 0.25em;
      }
      textarea {
        display: block;
        width: min(36em, 100%);
        min-height: 6em;
      }
    `,
  ];

  /** The text to embed. */
  @property() text = '';
  /** Language of the labels. */
  @property() language: Language = 'zh';
  @state() private copied = false;
  @state() private refused = false;

  protected override render(): TemplateResult {
    const t = STRINGS[this.language].page;
    return html`<button @click=${this.#copy}>${t.embed}</button> <span role="status">${this.copied ? t.copied : nothing}</span>
      ${this.refused ? html`<textarea readonly aria-label=${t.embed} .value=${this.#code()} @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}></textarea>` : nothing}`;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) this.copied = this.refused = false;
  }

  #code(): string {
    return embedCode(this.text, new URL('gangmu.js', document.baseURI).href);
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#code());
      this.copied = true;
    } catch {
      this.refused = true;
    }
  }
}
