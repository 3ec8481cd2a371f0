// 关系表: every relation with the words that signal it and on what it rests.
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { discourseOf, type Relation, relationsOf } from '../model/discourse.js';
import { fileStem } from '../model/file-name.js';
import { line, type Reading } from '../model/reading.js';
import { filtered, type RelationFilter, relationTable } from '../model/relation-table.js';
import { selectSpans } from '../model/selection.js';
import { GangmuListView } from './list-view.js';
import { panelStyles } from './panel-styles.js';
import { rhetoricStyles } from './rhetoric-styles.js';
import { theme } from './theme.js';

const FIRST = 40;
const EVIDENCE = ['layout', 'cue', 'model'] as const;

/**
 * Relations, filtered as wished.
 * @fires gangmu-select - the members of one.
 */
export class GangmuRelations extends GangmuListView {
  static override styles = [
    theme,
    panelStyles,
    rhetoricStyles,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        margin-bottom: 10px;
      }
      .filters select,
      .filters input {
        background: var(--paper);
        border: 0;
        border-bottom: 1px solid var(--hair);
        border-radius: 0;
        padding: 3px 0;
        min-height: 30px;
        max-width: 100%;
      }
      .filters input::placeholder {
        color: var(--soft);
        opacity: 1;
      }
      .model {
        border-bottom: 1px dashed var(--blue);
      }
      .cue-word {
        color: var(--accent);
      }
      .members {
        font-size: 13.5px;
        line-height: 1.75;
        overflow-wrap: anywhere;
      }
      .members button {
        display: block;
        width: 100%;
        min-height: 24px;
      }
      .members button:hover {
        color: var(--accent);
      }
      .arrow {
        color: var(--soft);
        margin-inline-end: 0.4em;
      }
    `,
  ];

  @state() private filter: RelationFilter = { relation: '', evidence: '', words: '' };

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language } = this;
    if (reading === null) return nothing;
    const t = this.strings.discourse;
    const rst = reading.report.rst;
    const tree = rst ? discourseOf(rst) : null;
    const all = tree ? relationsOf(tree) : [];
    if (tree === null || all.length === 0) return html`<gangmu-figure .heading=${t.relations} .language=${language}><p class="empty">${t.relationsEmpty}</p></gangmu-figure>`;
    const shown = filtered(reading, all, this.filter);
    const innermost = this.#innermost(shown);
    return html`<gangmu-figure .heading=${t.relationCount(shown.length, all.length)} .note=${t.relationsNote} .language=${language} .stem=${fileStem(reading)} large
      .table=${() => relationTable(reading, tree, t, shown)} @gangmu-row=${(event: CustomEvent<number>) => this.#choose(reading, shown.find(({ node }) => node === event.detail))}>
      ${this.#renderFilters(all)}
      ${shown.length === 0 ? html`<p class="empty">${t.noMatch}</p>` : html`<ul>${this.cut(shown, FIRST, innermost).map((relation, i) => this.#renderRelation(reading, relation, i === innermost))}</ul>`}
      ${this.renderMore(shown.length, FIRST, innermost)}
    </gangmu-figure>`;
  }

  #renderFilters(all: readonly Relation[]): TemplateResult {
    const t = this.strings.discourse;
    const counts = new Map<string, number>();
    for (const { relation } of all) counts.set(relation, (counts.get(relation) ?? 0) + 1);
    const names = [...counts].sort((a, b) => b[1] - a[1]);
    const set = (change: Partial<RelationFilter>) => (this.filter = { ...this.filter, ...change });
    return html`<div class="filters">
      <select aria-label=${t.column.relation} @change=${(event: Event) => set({ relation: (event.target as HTMLSelectElement).value })}>
        <option value="">${t.allRelations}</option>
        ${names.map(([name, count]) => html`<option value=${name} ?selected=${this.filter.relation === name}>${t.relation[name] ?? name} ${count}</option>`)}
      </select>
      <select aria-label=${t.column.evidence} @change=${(event: Event) => set({ evidence: (event.target as HTMLSelectElement).value })}>
        <option value="">${t.allEvidence}</option>
        ${EVIDENCE.map((evidence) => html`<option value=${evidence} ?selected=${this.filter.evidence === evidence}>${t.evidence[evidence]}</option>`)}
      </select>
      <input lang="zh" type="search" aria-label=${t.search} placeholder=${t.search} .value=${this.filter.words} @input=${(event: Event) => set({ words: (event.target as HTMLInputElement).value.trim() })} />
    </div>`;
  }

  /** The relation whose member holds the selected place most closely; -1 for none. */
  #innermost(relations: readonly Relation[]): number {
    const place = this.selection?.spans[this.selection.focus];
    let [best, least] = [-1, Infinity];
    if (place === undefined) return best;
    relations.forEach(({ members }, i) => {
      for (const [start, end] of members) {
        if (start <= place[0] && place[1] <= end && end - start < least) [best, least] = [i, end - start];
      }
    });
    return best;
  }

  #renderRelation(reading: Reading, relation: Relation, near: boolean): TemplateResult {
    const t = this.strings.discourse;
    const { evidence, signal, members, directed } = relation;
    const chosen = members.some((member) => this.selection?.kind === 'passage' && this.selection.spans.some((span) => span[0] === member[0] && span[1] === member[1]));
    return html`<li class="item ${chosen ? 'on' : near ? 'near' : ''}">
      <div class="head">
        <button class="lead" title=${relation.relation} @click=${() => this.#choose(reading, relation)}>${t.relation[relation.relation] ?? relation.relation}</button>
        <span class="kind"><span class=${evidence}>${t.evidence[evidence]}</span>${signal ? html`：<span class="cue-word word" lang="zh">${line(reading, signal, 20)}</span>` : nothing}</span>
      </div>
      <div class="members" lang="zh">${members.slice(0, 6).map((member, i) => html`<button @click=${() => this.#choose(reading, relation, i)}><span class="arrow">${directed ? (i === 0 ? '↱' : '→') : '∥'}</span>${line(reading, member, 48)}</button>`)}${members.length > 6 ? '……' : nothing}</div>
    </li>`;
  }

  #choose(reading: Reading, relation: Relation | undefined, focus = 0): void {
    if (relation === undefined) return;
    const { members } = relation;
    const order = members.map((member, i) => ({ member, i })).sort((a, b) => a.member[0] - b.member[0]);
    this.select(selectSpans('passage', -1, line(reading, members[focus] ?? [0, 0], 40), order.map(({ member }) => member), order.findIndex(({ i }) => i === focus)));
  }
}
