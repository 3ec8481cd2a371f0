// Ways to cut a word in two or into its characters.

/** The ways, evenest first; a word of two characters has one. */
export function cutsOf(word: string): string[][] {
  const characters = [...word];
  const middle = characters.length / 2;
  const halves = characters.slice(1).map((_, i) => [characters.slice(0, i + 1).join(''), characters.slice(i + 1).join('')]);
  halves.sort((a, b) => Math.abs([...(a[0] ?? '')].length - middle) - Math.abs([...(b[0] ?? '')].length - middle));
  // In two, and where that would leave more to cut, all the way.
  return characters.length > 2 ? [...halves.slice(0, 3), characters] : halves;
}
