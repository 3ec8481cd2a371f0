// Where terms stand, as figures: over the text and over its sections.
import type { HeatTable } from '../charts/heat-map.js';
import type { Strings } from '../i18n/index.js';
import { countBySection } from './figures.js';
import { type Section } from './outline.js';
import { headingOf, line, occurrences, type Reading } from './reading.js';
import type { DataTable } from './table.js';

/** Counts and rates of terms over sections. */
export function heatTable(reading: Reading, terms: readonly number[], sections: readonly Section[]): HeatTable {
  const counts = terms.map((term) => countBySection(occurrences(reading, term), sections));
  const rates = counts.map((row) =>
    row.map((count, i) => {
      const span = sections[i]?.span ?? [0, 1];
      return (count * 10_000) / Math.max(1, span[1] - span[0]);
    }),
  );
  return {
    terms: terms.map((key) => ({ key, name: reading.report.terms[key]?.text ?? '' })),
    sections: sections.map((section, key) => ({ key, name: section.label })),
    counts,
    rates,
  };
}

/** The barcode's figures: how often, how evenly, and where first and last, in hundredths of the text. */
export function placesTable(reading: Reading, terms: readonly number[], t: Strings['places'], selected: number): DataTable {
  const length = Math.max(1, reading.text.length);
  const percent = (offset: number | undefined) => (offset === undefined ? null : (offset * 100) / length);
  return {
    title: t.barcode,
    columns: [
      { key: 'word', label: t.column.word, document: true },
      { key: 'count', label: t.column.count, digits: 0 },
      { key: 'first', label: t.column.first, digits: 1 },
      { key: 'last', label: t.column.last, digits: 1 },
      { key: 'dispersion', label: t.column.dispersion, digits: 2 },
    ],
    rows: terms.map((key) => {
      const spans = occurrences(reading, key);
      const term = reading.report.terms[key];
      return { key, selected: key === selected, cells: [term?.text ?? '', spans.length, percent(spans[0]?.[0]), percent(spans.at(-1)?.[0]), term?.dispersion ?? null] };
    }),
  };
}

/** The heat map's counts, a column a section. */
export function sectionTable(reading: Reading, heat: HeatTable, sections: readonly Section[], t: Strings['places']): DataTable {
  const name = (section: Section) => {
    const node = reading.report.outline[section.node];
    return node ? `${section.label} ${line(reading, headingOf(node), 14)}` : section.label;
  };
  return {
    title: t.heat,
    columns: [{ key: 'word', label: t.column.word, document: true }, ...sections.map((section, i) => ({ key: `section${i + 1}`, label: name(section), digits: 0 }))],
    rows: heat.terms.map((term, y) => ({ key: term.key, cells: [term.name, ...(heat.counts[y] ?? [])] })),
  };
}
