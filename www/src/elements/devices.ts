// 手法: questions answered, restatements, climaxes, concessions, coinages, chains of four.
import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceKind, DeviceView, Units } from '../engine/report.js';
import { fileStem } from '../model/file-name.js';
import { line, type Reading, words } from '../model/reading.js';
import { selectSpans } from '../model/selection.js';
import type { DataTable } from '../model/table.js';
import { GangmuListView } from './list-view.js';
import { panelStyles } from './panel-styles.js';
import { rhetoricStyles } from './rhetoric-styles.js';
import { theme } from './theme.js';

const FIRST = 8;
/** Words of a part shown. */
const WORDS = 60;

/**
 * Devices by kind.
 * @fires gangmu-select - one with its parts, or all of a kind.
 */
export class GangmuDevices extends GangmuListView {
  static override styles = [theme, panelStyles, rhetoricStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language } = this;
    if (reading === null) return nothing;
    const t = this.strings.devices;
    const { devices } = reading.report;
    if (devices.length === 0) return html`<gangmu-figure .heading=${t.heading} .language=${language}><p class="empty">${t.empty}</p></gangmu-figure>`;
    const kinds = [...new Set(devices.map(({ kind }) => kind))];
    return html`<gangmu-figure .heading=${t.heading} .note=${t.note} .language=${language} .stem=${fileStem(reading)}
      .table=${() => this.#table(reading)} @gangmu-row=${(event: CustomEvent<number>) => this.#choose(devices[event.detail])}>
      ${kinds.map((kind) => this.#renderKind(reading, kind))}
    </gangmu-figure>`;
  }

  #renderKind(reading: Reading, kind: DeviceKind): TemplateResult {
    const own = reading.report.devices.filter((device) => device.kind === kind);
    const name = this.strings.device[kind];
    return html`<div class="head kind-head">
        <button class="lead kind" @click=${() => this.select(selectSpans('passage', -1, name, own.map(({ span }) => span)))}>${name} × ${own.length}</button>
      </div>
      <ul>${this.cut(own, FIRST).map((device) => this.#renderDevice(reading, device))}</ul>${this.renderMore(own.length, FIRST)}`;
  }

  #renderDevice(reading: Reading, device: DeviceView): TemplateResult {
    const now = this.selection?.kind === 'passage' ? this.selection.spans[this.selection.focus] : undefined;
    const chosen = now !== undefined && now[0] === device.span[0] && now[1] === device.span[1];
    const on = chosen ? 'on' : this.on('device', -1, [device.span]);
    const parts: Units[] = device.parts.length > 0 ? device.parts : [device.span];
    const inline = device.kind === 'four-character-chain' || device.kind === 'coinage';
    return html`<li class="item ${on}"><button class="lead" lang="zh" aria-pressed=${chosen} @click=${() => this.#choose(device)}>
      ${inline
        ? html`<span class="word">${parts.map((part) => words(reading, part)).join(' · ')}</span>`
        : parts.map((part) => html`<div class="word">${this.#marked(reading, part, device.cue)}</div>`)}
      ${!inline && device.cue && !parts.some((part) => within(device.cue, part)) ? html`<span class="kind"><span class="cue">${line(reading, device.cue, 20)}</span></span>` : nothing}
    </button></li>`;
  }

  /** A part with the words that show the device in vermilion. */
  #marked(reading: Reading, part: Units, cue: Units | null): TemplateResult {
    if (cue === null || !within(cue, part) || cue[1] - part[0] > WORDS) return html`${line(reading, part, WORDS)}`;
    return html`${words(reading, [part[0], cue[0]])}<span class="cue">${words(reading, cue)}</span>${line(reading, [cue[1], part[1]], WORDS - (cue[1] - part[0]) + 4)}`;
  }

  #table(reading: Reading): DataTable {
    const { devices: t, device } = this.strings;
    return {
      title: t.heading,
      columns: [
        { key: 'kind', label: t.column.kind },
        { key: 'cue', label: t.column.cue, document: true },
        { key: 'words', label: t.column.words, document: true },
        { key: 'parts', label: t.column.parts, document: true },
      ],
      rows: reading.report.devices.map(({ kind, span, parts, cue }, key) => ({
        key,
        cells: [device[kind], cue ? line(reading, cue, 20) : null, line(reading, span, 200), parts.map((part) => line(reading, part, 80)).join(' ∥ ')],
      })),
    };
  }

  #choose(device: DeviceView | undefined): void {
    if (device) this.select(selectSpans('passage', -1, this.strings.device[device.kind], [device.span]));
  }
}

function within(inner: Units | null, outer: Units): boolean {
  return inner !== null && outer[0] <= inner[0] && inner[1] <= outer[1];
}
