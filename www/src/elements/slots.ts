// 排比与对仗: groups of like members, aligned by what they share.
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ParallelismView } from '../engine/report.js';
import { fileStem } from '../model/file-name.js';
import type { Reading } from '../model/reading.js';
import { selectSpans } from '../model/selection.js';
import { cellsOf, type SlotCell, slotCount, slotTable } from '../model/slots.js';
import { GangmuListView } from './list-view.js';
import { panelStyles } from './panel-styles.js';
import { rhetoricStyles } from './rhetoric-styles.js';
import { theme } from './theme.js';

const FIRST = 12;
/** Rows of one group shown; a list of headings may have dozens. */
const MEMBERS = 12;
/** Characters of the frame that are never broken over lines. */
const KEPT = 8;

/**
 * Parallelisms, or pairs.
 * @fires gangmu-select - the group, at the member clicked.
 */
export class GangmuSlots extends GangmuListView {
  static override styles = [theme, panelStyles, rhetoricStyles];

  /** Three and more members, or exactly two. */
  @property() kind: ParallelismView['kind'] = 'parallelism';

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language, kind } = this;
    if (reading === null) return nothing;
    const t = this.strings.rhetoric;
    const heading = kind === 'pair' ? t.pairs : t.parallelism;
    const groups = reading.report.parallelisms.flatMap((group, index) => (group.kind === kind ? [index] : []));
    if (groups.length === 0) return html`<gangmu-figure .heading=${heading} .language=${language}><p class="empty">${kind === 'pair' ? t.noPairs : t.noParallelism}</p></gangmu-figure>`;
    const needed = this.#needed(reading, groups);
    const table = () => ({ ...slotTable(reading, groups, t), title: heading });
    return html`<gangmu-figure .heading=${heading} .note=${t.slotsNote} .language=${language} .stem=${fileStem(reading)} large
      .table=${table} @gangmu-row=${(event: CustomEvent<number>) => this.#choose(reading, event.detail, 0)}>
      <ul>${this.cut(groups, FIRST, needed).map((index) => this.#renderGroup(reading, index))}</ul>
      ${this.renderMore(groups.length, FIRST, needed)}
    </gangmu-figure>`;
  }

  #renderGroup(reading: Reading, index: number): TemplateResult | typeof nothing {
    const group = reading.report.parallelisms[index];
    if (group === undefined) return nothing;
    const t = this.strings.rhetoric;
    const on = this.on('parallelism', index, group.members);
    const label = t.group(group.frame, group.members.length);
    const rows = group.members.slice(0, MEMBERS).map((_, i) => cellsOf(reading, group, i));
    const headings = this.#headings(group);
    // The frame may begin or end with a slot: then there is nothing to show there.
    const columns = headings.flatMap((_, i) => (rows.some((cells) => (cells[i]?.text ?? '') !== '') ? [i] : []));
    return html`<li class="item ${on}">
      <div class="head">
        <button class="lead" lang="zh" aria-label=${label} aria-pressed=${on === 'on'} @click=${() => this.#choose(reading, index, 0)}><span class="fixed word">${group.frame}</span></button>
        <span class="kind">${t.figure[group.figure]} · ${t.level[group.level]} · × ${group.members.length}</span>
      </div>
      <div class="scroll-x"><table class="slots" lang="zh">
        <caption class="visually-hidden">${label}</caption>
        <thead class="visually-hidden"><tr>${columns.map((i) => html`<th scope="col">${headings[i]}</th>`)}</tr></thead>
        <tbody>${rows.map((cells, i) => html`<tr class="pick ${on === 'on' && this.selection?.focus === i ? 'now' : ''}" @click=${() => this.#choose(reading, index, i)}>
          ${columns.map((c) => html`<td class=${this.#look(cells[c], slotCount(group))}>${cells[c]?.text ?? ''}</td>`)}
        </tr>`)}</tbody>
      </table></div>
      ${group.members.length > MEMBERS ? html`<span class="kind">${t.moreMembers(group.members.length - MEMBERS)}</span>` : nothing}
    </li>`;
  }

  /** Where in the list the first group stands that the selection names, or lies in; -1 for none. */
  #needed({ report }: Reading, groups: readonly number[]): number {
    return this.follow ? groups.findIndex((index) => this.on('parallelism', index, report.parallelisms[index]?.members ?? []) !== '') : -1;
  }

  /** Names of the columns for those who do not see them. */
  #headings(group: ParallelismView): string[] {
    const { column } = this.strings.rhetoric;
    const slots = slotCount(group);
    if (slots === 0) return [column.member];
    return Array.from({ length: 2 * slots + 1 }, (_, i) => (i % 2 === 0 ? column.fixed : column.slot((i + 1) / 2)));
  }

  #look(cell: SlotCell | undefined, slots: number): string {
    if (slots === 0) return 'whole';
    if (cell?.fixed !== true) return 'slot';
    return cell.text.length <= KEPT ? 'fixed kept' : 'fixed';
  }

  #choose(reading: Reading, index: number, focus: number): void {
    const group = reading.report.parallelisms[index];
    if (group) this.select(selectSpans('parallelism', index, group.frame, group.members, focus));
  }
}
