// The rules of our highlights for a host's page: a constructed sheet, so no element is added to the host.

const RULES = `
  ::highlight(gangmu-scope) { background-color: color-mix(in srgb, #c8872e 16%, transparent); }
  ::highlight(gangmu-hit) { background-color: color-mix(in srgb, #e8b33a 45%, transparent); }
  ::highlight(gangmu-focus) { background-color: color-mix(in srgb, #e8a020 75%, transparent); }
`;

let sheet: CSSStyleSheet | undefined;
const users = new Map<Document | ShadowRoot, number>();

/** Makes highlights visible in the tree of `node`; returns how to undo it. */
export function adoptHighlights(node: Node): () => void {
  const root = node.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return () => undefined;
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
  }
  const own = sheet;
  const count = users.get(root) ?? 0;
  users.set(root, count + 1);
  if (count === 0) root.adoptedStyleSheets.push(own);
  return () => {
    const left = (users.get(root) ?? 1) - 1;
    users.set(root, left);
    if (left > 0) return;
    users.delete(root);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((s) => s !== own);
  };
}
