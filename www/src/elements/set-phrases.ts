// 数字缩略语: fixed expressions with a number, and what they stand for.
import { html, nothing, type TemplateResult } from 'lit';
import type { SetPhraseView } from '../engine/report.js';
import { fileStem } from '../model/file-name.js';
import type { Reading } from '../model/reading.js';
import { selectSpans } from '../model/selection.js';
import type { DataTable } from '../model/table.js';
import { GangmuListView } from './list-view.js';
import { panelStyles } from './panel-styles.js';
import { rhetoricStyles } from './rhetoric-styles.js';
import { theme } from './theme.js';

const FIRST = 20;

/**
 * Set phrases.
 * @fires gangmu-select - all places of one.
 */
export class GangmuSetPhrases extends GangmuListView {
  static override styles = [theme, panelStyles, rhetoricStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language } = this;
    if (reading === null) return nothing;
    const t = this.strings.rhetoric;
    const list = reading.report.setPhrases;
    if (list.length === 0) return html`<gangmu-figure .heading=${t.setPhrases} .language=${language}><p class="empty">${t.noSetPhrases}</p></gangmu-figure>`;
    return html`<gangmu-figure .heading=${t.setPhrases} .language=${language} .stem=${fileStem(reading)}
      .table=${() => this.#table(list)} @gangmu-row=${(event: CustomEvent<number>) => this.#choose(reading, event.detail)}>
      <ul>${this.cut(list, FIRST).map((phrase, i) => this.#renderItem(reading, phrase, i))}</ul>
      ${this.renderMore(list.length, FIRST)}
    </gangmu-figure>`;
  }

  #renderItem(reading: Reading, phrase: SetPhraseView, index: number): TemplateResult {
    const t = this.strings.rhetoric;
    const { members } = phrase;
    const on = this.on('set-phrase', index, phrase.spans);
    return html`<li class="item ${on}">
      <div class="head">
        <button class="lead word" lang="zh" aria-pressed=${on === 'on'} @click=${() => this.#choose(reading, index)}>${phrase.text}</button>
        <span class="kind">${t.times(phrase.count)}</span>
      </div>
      ${members === null ? nothing : html`<div class="points"><span lang="zh" class="word">${members.names.join('、')}</span>（${t.source[members.source]}）</div>`}
    </li>`;
  }

  #table(list: readonly SetPhraseView[]): DataTable {
    const t = this.strings.rhetoric;
    return {
      title: t.setPhrases,
      columns: [
        { key: 'phrase', label: t.column.phrase, document: true },
        { key: 'count', label: t.column.count, digits: 0 },
        { key: 'members', label: t.column.members, document: true },
        { key: 'source', label: t.column.source },
      ],
      rows: list.map(({ text, count, members }, key) => ({ key, cells: [text, count, members?.names.join('、') ?? null, members ? t.source[members.source] : null] })),
    };
  }

  #choose(reading: Reading, index: number): void {
    const phrase = reading.report.setPhrases[index];
    if (phrase) this.select(selectSpans('set-phrase', index, phrase.text, phrase.spans));
  }
}
