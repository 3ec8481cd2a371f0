// The RST tree as views need it: children, depths, which units a node covers, what is folded, relations in a list.
import type { RstNodeView, RstView, Units } from '../engine/report.js';

/** The tree with what is asked of it often. */
export interface Discourse {
  nodes: readonly RstNodeView[];
  children: readonly (readonly number[])[];
  roots: readonly number[];
  /** Levels below the root. */
  depth: readonly number[];
  /** Numbers of the first and last unit of each node, from 1. */
  units: readonly (readonly [first: number, last: number])[];
}

const known = new WeakMap<RstView, Discourse>();

/** Reads the flat list; a parent stands before its children. */
export function discourseOf(rst: RstView): Discourse {
  const made = known.get(rst) ?? read(rst);
  known.set(rst, made);
  return made;
}

function read({ edus, nodes }: RstView): Discourse {
  const children: number[][] = nodes.map(() => []);
  const roots: number[] = [];
  const depth: number[] = [];
  nodes.forEach((node, i) => {
    const { parent } = node;
    if (parent === null || children[parent] === undefined) roots.push(i);
    else children[parent].push(i);
    depth[i] = parent === null ? 0 : (depth[parent] ?? 0) + 1;
  });
  // Nodes are named as their parents are; what is drawn follows the text.
  for (const list of children) list.sort((a, b) => (nodes[a]?.span[0] ?? 0) - (nodes[b]?.span[0] ?? 0));
  const starts = edus.map((edu) => edu[0]);
  const first = (offset: number) => bisect(starts, offset);
  const units = nodes.map(({ span }): [number, number] => [first(span[0]) + 1, Math.max(first(span[0]) + 1, first(span[1]))]);
  return { nodes, children, roots, depth, units };
}

/** How many values lie before `value`. */
function bisect(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Nodes to open so that about `most` stretches of text are seen: level by level from the root. */
export function openLevels(tree: Discourse, most: number): Set<number> {
  const open = new Set<number>();
  let level: readonly number[] = tree.roots;
  let seen = level.length;
  while (level.length > 0) {
    const next = level.flatMap((node) => tree.children[node] ?? []);
    const after = seen + next.length - level.filter((node) => (tree.children[node] ?? []).length > 0).length;
    if (open.size > 0 && after > most) break;
    for (const node of level) if ((tree.children[node] ?? []).length > 0) open.add(node);
    seen = after;
    level = next;
  }
  return open;
}

/** The open nodes and their closed children as well: one level more. */
export function oneMore(tree: Discourse, open: ReadonlySet<number>): Set<number> {
  const more = new Set(open);
  const visit = (node: number) => {
    if ((tree.children[node] ?? []).length > 0) more.add(node);
  };
  for (const root of tree.roots) visit(root);
  for (const node of open) for (const child of tree.children[node] ?? []) visit(child);
  return more;
}

/** The deepest shown node that holds the offset, or -1. */
export function shownAt(tree: Discourse, open: ReadonlySet<number>, offset: number): number {
  const holds = (node: number) => {
    const span = tree.nodes[node]?.span ?? [0, 0];
    return span[0] <= offset && offset < span[1];
  };
  let at = tree.roots.find(holds) ?? -1;
  while (at >= 0 && open.has(at)) {
    const inner = tree.children[at]?.find(holds);
    if (inner === undefined) break;
    at = inner;
  }
  return at;
}

/** One relation: a satellite with its nucleus, or several nuclei. */
export interface Relation {
  /** The satellite; for several nuclei the first of them. */
  node: number;
  relation: string;
  evidence: RstNodeView['evidence'];
  signal: Units | null;
  /** From satellite to nucleus, or the nuclei in order. */
  members: Units[];
  /** Whether one leads to the other. */
  directed: boolean;
}

const lists = new WeakMap<Discourse, readonly Relation[]>();

/** All relations, in text order. */
export function relationsOf(tree: Discourse): readonly Relation[] {
  const made = lists.get(tree) ?? listed(tree);
  lists.set(tree, made);
  return made;
}

function listed(tree: Discourse): Relation[] {
  const relations: Relation[] = [];
  tree.children.forEach((children) => {
    const views = children.flatMap((child) => {
      const node = tree.nodes[child];
      return node ? [{ child, node }] : [];
    });
    const nuclei = views.filter(({ node }) => node.nuclearity !== 'satellite');
    for (const { child, node } of views) {
      if (node.nuclearity !== 'satellite') continue;
      relations.push({ node: child, relation: node.relation, evidence: node.evidence, signal: node.signal, members: [node.span, ...nuclei.map((n) => n.node.span).slice(0, 1)], directed: true });
    }
    // Of several nuclei any may carry the signal.
    const joint = nuclei.filter(({ node }) => node.relation !== 'span' && node.relation !== '');
    const [lead] = joint;
    if (lead && joint.length > 1) {
      const said = joint.find(({ node }) => node.signal !== null)?.node ?? lead.node;
      relations.push({ node: lead.child, relation: lead.node.relation, evidence: said.evidence, signal: said.signal, members: joint.map(({ node }) => node.span), directed: false });
    }
  });
  return relations.sort((a, b) => Math.min(...a.members.map((m) => m[0])) - Math.min(...b.members.map((m) => m[0])));
}
