// The report of an edited text, put together out of the one before it and what is new in it.
import type { Report } from './report.js';
import type { Shared, Units } from './wasm/gangmu.js';

type Places = Units | Units[] | Units[][] | null;

type Lists = Omit<Shared, 'by'>;

/** The fields of each list's items that say places; `src/report/again.rs` has the same. */
const PLACES: { [Name in keyof Lists]: readonly (keyof Report[Name][number])[] } = {
  documents: ['span', 'title'],
  blocks: ['span'],
  outline: ['heading', 'wholeHeading', 'span'],
  announcements: ['span'],
  parallelisms: ['members', 'slots'],
  devices: ['span', 'parts', 'cue'],
  moves: ['span', 'cue'],
  findings: ['span'],
};

/** The later report; what has not moved it shares with the earlier one. */
export function again(before: Report, fresh: Report, { by, ...lists }: Shared): Report {
  for (const name of Object.keys(PLACES) as (keyof Lists)[]) {
    const [kept, moved] = lists[name];
    const known: object[] = before[name];
    const behind = known.slice(known.length - moved);
    const whole = [...known.slice(0, kept), ...fresh[name], ...(by === 0 ? behind : behind.map((item) => movedItem(item, PLACES[name], by)))];
    Object.assign(fresh, { [name]: whole });
  }
  return fresh;
}

function movedItem<T extends object>(item: T, places: readonly string[], by: number): T {
  const there = { ...item } as Record<string, unknown>;
  for (const field of places) there[field] = movedPlaces(there[field] as Places, by);
  return there as T;
}

function movedPlaces(places: Places, by: number): Places {
  if (places === null) return null;
  const [first, second] = places;
  if (typeof first === 'number') return [first + by, (second as number) + by];
  return (places as Units[][]).map((place) => movedPlaces(place, by)) as Units[][];
}
