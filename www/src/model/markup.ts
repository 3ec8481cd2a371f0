// Markup for files that are saved: whatever is put into a template is text, unless it is markup made here.

/** Text as text in markup. What XML and HTML have no place for becomes U+FFFD: it would make a whole file unreadable. */
export function escape(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => named[sign] ?? '');
}

/** A piece of markup. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template. */
export type Piece = Markup | string | number | readonly Piece[];

/** A template whose strings are escaped. */
export function markup(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  const put = (piece: Piece): string => {
    if (piece instanceof Markup) return piece.source;
    return typeof piece === 'object' ? piece.map(put).join('') : escape(String(piece));
  };
  return new Markup(strings.map((string, i) => string + (i < pieces.length ? put(pieces[i] ?? '') : '')).join(''));
}
