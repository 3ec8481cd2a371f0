// 预告与兑现: promises of a number of points, and the points that came.
import { html, nothing, type TemplateResult } from 'lit';
import type { AnnouncementView, Units } from '../engine/report.js';
import { announcementTable, pointsOf } from '../model/announcements.js';
import { fileStem } from '../model/file-name.js';
import { headingOf, headOf, line, type Reading, words } from '../model/reading.js';
import { selectNode, selectSpans } from '../model/selection.js';
import { GangmuListView } from './list-view.js';
import { panelStyles } from './panel-styles.js';
import { rhetoricStyles } from './rhetoric-styles.js';
import { theme } from './theme.js';

const FIRST = 12;
const POINTS = 8;

/**
 * Announcements.
 * @fires gangmu-select - the promise with what keeps it, or one of its points.
 */
export class GangmuAnnouncements extends GangmuListView {
  static override styles = [theme, panelStyles, rhetoricStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { reading, language } = this;
    if (reading === null) return nothing;
    const t = this.strings.rhetoric;
    const { announcements } = reading.report;
    if (announcements.length === 0) return html`<gangmu-figure .heading=${t.announcements} .language=${language}><p class="empty">${t.noAnnouncements}</p></gangmu-figure>`;
    return html`<gangmu-figure .heading=${t.announcements} .language=${language} .stem=${fileStem(reading)}
      .table=${() => announcementTable(reading, t)} @gangmu-row=${(event: CustomEvent<number>) => this.#choose(reading, event.detail)}>
      <ul>${this.cut(announcements, FIRST).map((announcement, i) => this.#renderItem(reading, announcement, i))}</ul>
      ${this.renderMore(announcements.length, FIRST)}
    </gangmu-figure>`;
  }

  #renderItem(reading: Reading, announcement: AnnouncementView, index: number): TemplateResult {
    const t = this.strings.rhetoric;
    const points = pointsOf(reading.report, announcement);
    const heads = points.flatMap((node): Units[] => reading.report.outline.slice(node, node + 1).map(headingOf));
    const on = this.on('announcement', index, [announcement.span, ...heads]);
    return html`<li class="item ${on}">
      <div class="head">
        <button class="lead" lang="zh" aria-pressed=${on === 'on'} @click=${() => this.#choose(reading, index)}>${words(reading, announcement.span)}</button>
        <span class="verdict ${announcement.verdict === 'kept' ? 'kept' : 'broken'}">${t.verdict(announcement.verdict, announcement.promised, announcement.found)}</span>
      </div>
      ${points.length === 0 ? nothing : html`<ol class="points">${points.slice(0, POINTS).map((node) => {
        const view = reading.report.outline[node];
        return view ? html`<li><button lang="zh" @click=${() => this.select(selectNode(reading, node))}><span class="fixed">${view.marker.trim()}</span> ${line(reading, headingOf(view), 30)}</button></li>` : nothing;
      })}${points.length > POINTS ? html`<li>……</li>` : nothing}</ol>`}
    </li>`;
  }

  #choose(reading: Reading, index: number): void {
    const announcement = reading.report.announcements[index];
    if (announcement === undefined) return;
    const heads = pointsOf(reading.report, announcement).flatMap((i): [number, number][] => {
      const node = reading.report.outline[i];
      return node ? [headOf(node)] : [];
    });
    this.select(selectSpans('announcement', index, words(reading, announcement.span), [announcement.span, ...heads]));
  }
}
