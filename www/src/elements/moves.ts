// 语步: what the text does from beginning to end.
import { html, nothing, type TemplateResult } from 'lit';
import { movesScene } from '../charts/moves.js';
import type { Palette } from '../charts/types.js';
import { fileStem } from '../model/file-name.js';
import { moveTable, sharesOf, stepsOf } from '../model/moves.js';
import { sectionsOf } from '../model/outline.js';
import type { Reading } from '../model/reading.js';
import { selectSpans } from '../model/selection.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/**
 * The strip of moves.
 * @fires gangmu-select - the sentences of a step, or of a move throughout.
 */
export class GangmuMoves extends GangmuView {
  static override styles = [theme, panelStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language, strings } = this;
    if (reading === null) return nothing;
    const t = strings.moves;
    const { moves } = reading.report;
    if (moves.length === 0) return html`<gangmu-figure .heading=${t.heading} .language=${language}><p class="empty">${t.empty}</p></gangmu-figure>`;
    const steps = stepsOf(reading.report);
    const shares = sharesOf(moves);
    const kinds = shares.map(({ move }) => move);
    const marks = sectionsOf(reading.report, '').flatMap((section) => (section.node < 0 ? [] : [{ at: section.span[0], label: section.label }]));
    const place = this.selection?.spans[this.selection.focus]?.[0] ?? -1;
    const look = {
      name: (move: (typeof kinds)[number]) => strings.move[move],
      share: (move: (typeof kinds)[number]) => t.share(strings.move[move], shares.find((s) => s.move === move)?.share ?? 0),
      selected: (step: (typeof steps)[number]) => step.span[0] <= place && place < step.span[1],
    };
    return html`<gangmu-figure .heading=${t.heading} .note=${t.note} .language=${language} .stem=${fileStem(reading)} large
      .table=${() => moveTable(reading, strings)} @gangmu-row=${(event: CustomEvent<number>) => this.#chooseSentence(reading, event.detail)}>
      <gangmu-drawing .label=${t.label} .scene=${(palette: Palette, width: number) => movesScene(steps, kinds, marks, reading.text.length, look, palette, width)}
        @gangmu-chart-click=${({ detail: { key } }: CustomEvent<ChartClick>) => {
          const step = steps[key];
          const kind = kinds[-1 - key];
          if (step) this.select(selectSpans('passage', -1, strings.move[step.move], step.sentences));
          else if (kind) this.select(selectSpans('passage', -1, strings.move[kind], moves.filter(({ move }) => move === kind).map(({ span }) => span)));
        }}></gangmu-drawing>
    </gangmu-figure>`;
  }

  #chooseSentence(reading: Reading, index: number): void {
    const sentence = reading.report.moves[index];
    if (sentence) this.select(selectSpans('passage', -1, this.strings.move[sentence.move], [sentence.span]));
  }
}
