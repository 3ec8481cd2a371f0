// Relations as a table: what leads to what, by which relation, on what ground.
import type { Strings } from '../i18n/index.js';
import { type Discourse, type Relation, relationsOf } from './discourse.js';
import { line, type Reading, words } from './reading.js';
import type { DataTable } from './table.js';

/** Which relations are wanted. */
export interface RelationFilter {
  /** GCDT's name; empty for all. */
  relation: string;
  /** On what they rest; empty for all. */
  evidence: string;
  /** Words that occur in a member or the signal. */
  words: string;
}

/** The relations that pass. */
export function filtered(reading: Reading, relations: readonly Relation[], { relation, evidence, words: wanted }: RelationFilter): Relation[] {
  return relations.filter((r) =>
    (relation === '' || r.relation === relation) &&
    (evidence === '' || r.evidence === evidence) &&
    (wanted === '' || [...r.members, ...(r.signal ? [r.signal] : [])].some((span) => words(reading, span).includes(wanted))));
}

/** Keys are nodes of the tree. */
export function relationTable(reading: Reading, tree: Discourse, t: Strings['discourse'], shown: readonly Relation[] = relationsOf(tree)): DataTable {
  return {
    title: t.relations,
    columns: [
      { key: 'relation', label: t.column.relation },
      { key: 'name', label: t.column.name },
      { key: 'evidence', label: t.column.evidence },
      { key: 'signal', label: t.column.signal, document: true },
      { key: 'from', label: t.column.from, document: true },
      { key: 'to', label: t.column.to, document: true },
    ],
    rows: shown.map(({ node, relation, evidence, signal, members, directed }) => {
      const [first, ...rest] = members.map((member) => line(reading, member, 120));
      return {
        key: node,
        cells: [t.relation[relation] ?? relation, relation, t.evidence[evidence], signal ? line(reading, signal, 40) : null, first ?? '', directed ? (rest[0] ?? '') : rest.join(' ∥ ')],
      };
    }),
  };
}
