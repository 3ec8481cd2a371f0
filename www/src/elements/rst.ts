// 篇章结构树: the RST tree, folded to what can be read at once.
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { type RstLook, rstScene } from '../charts/rst.js';
import type { Palette } from '../charts/types.js';
import type { RstView } from '../engine/report.js';
import { type Discourse, discourseOf, oneMore, openLevels, shownAt } from '../model/discourse.js';
import { fileStem } from '../model/file-name.js';
import { line, type Reading } from '../model/reading.js';
import { relationTable } from '../model/relation-table.js';
import { selectSpans } from '../model/selection.js';
import type { ChartClick } from './chart.js';
import type { GangmuDrawing } from './drawing.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/** Stretches of text seen at first. */
const READABLE = 12;
/** Opened at once at the most: beyond this nobody finds anything, and pictures get too large to save. */
const MOST_OPEN = 4000;

/**
 * The tree of relations.
 * @fires gangmu-select - the stretch of text clicked.
 * @fires gangmu-options - the tree is wanted and was not made yet.
 */
export class GangmuRst extends GangmuView {
  static override styles = [
    theme,
    panelStyles,
    css`
      gangmu-drawing {
        --gangmu-drawing-height: var(--gangmu-plate-height, 500px);
      }
      .key {
        display: inline-block;
        width: 22px;
        margin-inline: 10px 4px;
        vertical-align: middle;
        border-top: 1px solid var(--soft);
      }
      .key.cue {
        border-top: 2px solid var(--accent);
      }
      .key.model {
        border-top: 1px dashed var(--blue);
      }
    `,
  ];

  @state() private open: ReadonlySet<number> = new Set();
  @query('gangmu-drawing') private drawing!: GangmuDrawing | null;
  #tree: Discourse | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('report')) return;
    const rst: RstView | null = this.report?.rst ?? null;
    this.#tree = rst !== null && rst.nodes.length > 0 ? discourseOf(rst) : null;
    this.open = this.#tree ? openLevels(this.#tree, READABLE) : new Set();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language } = this;
    if (reading === null) return nothing;
    const t = this.strings.discourse;
    const tree = this.#tree;
    if (tree === null) return html`<gangmu-figure .heading=${t.tree} .language=${language}><p class="empty">${t.treeEmpty}</p></gangmu-figure>`;
    const look = this.#look(reading, tree);
    return html`<gangmu-figure .heading=${t.tree} .note=${t.treeNote} .language=${language} .stem=${fileStem(reading)} large
      .table=${() => relationTable(reading, tree, t)} @gangmu-row=${(event: CustomEvent<number>) => this.#choose(reading, tree, event.detail)}>
      <div class="choices" role="group" aria-label=${t.levels}>
        <button @click=${() => (this.open = openLevels(tree, READABLE))}>${t.fold}</button>
        <button @click=${() => (this.open = oneMore(tree, this.open))}>${t.unfold}</button>
        <button @click=${() => (this.open = openLevels(tree, MOST_OPEN))}>${t.unfoldAll}</button>
      </div>
      <gangmu-drawing .label=${t.treeLabel(reading.report.rst?.edus.length ?? 0)} .scene=${(palette: Palette) => rstScene(tree, look, palette).scene}
        @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => this.#onClick(reading, tree, event.detail)}></gangmu-drawing>
      <p class="caption">${(['layout', 'cue', 'model'] as const).map((evidence) => html`<span class="key ${evidence}"></span>${t.evidence[evidence]}`)}</p>
    </gangmu-figure>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { reading } = this;
    if (!changed.has('selection') || reading === null || this.#tree === null) return;
    const look = this.#look(reading, this.#tree);
    if (look.selected < 0) return;
    const place = rstScene(this.#tree, look, BLANK).places.get(look.selected);
    if (place) this.drawing?.reveal((place.left + place.right) / 2, place.y);
  }

  #look(reading: Reading, tree: Discourse): RstLook {
    const t = this.strings.discourse;
    const { selection, open } = this;
    const at = selection?.spans[selection.focus]?.[0];
    return {
      open,
      selected: at === undefined ? -1 : shownAt(tree, open, at),
      words: (node) => line(reading, tree.nodes[node]?.span ?? [0, 0], 200),
      name: (relation) => t.relation[relation] ?? relation,
      ground: (node) => {
        const view = tree.nodes[node];
        if (view === undefined) return '';
        return t.ground(t.relation[view.relation] ?? view.relation, view.relation, t.evidence[view.evidence], view.signal ? line(reading, view.signal, 20) : '');
      },
      fold: t.foldNode,
    };
  }

  #onClick(reading: Reading, tree: Discourse, { key, data }: ChartClick): void {
    if (data['action'] !== 'fold') {
      this.#choose(reading, tree, key);
      return;
    }
    const open = new Set(this.open);
    if (!open.delete(key)) open.add(key);
    this.open = open;
  }

  #choose(reading: Reading, tree: Discourse, node: number): void {
    const span = tree.nodes[node]?.span;
    if (span) this.select(selectSpans('passage', -1, line(reading, span, 40), [span]));
  }
}

/** Colours do not matter where only places are asked for. */
const BLANK: Palette = { paper: '', ink: '', soft: '', hair: '', accent: '', tint: '', blue: '', good: '', mark: '', font: '' };
