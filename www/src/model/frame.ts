// A member of a parallelism cut into the frame's fixed words and the slots between them.

/** A stretch of a member. */
export interface Part {
  text: string;
  fixed: boolean;
}

/** Finds the frame's pieces (parted by `…`) in order; what lies between is a slot. */
export function align(member: string, frame: string): Part[] {
  const parts: Part[] = [];
  const push = (text: string, fixed: boolean) => {
    if (text !== '') parts.push({ text, fixed });
  };
  let at = 0;
  for (const piece of frame.split('…').filter((p) => p !== '')) {
    const found = member.indexOf(piece, at);
    if (found < 0) break;
    push(member.slice(at, found), false);
    push(piece, true);
    at = found + piece.length;
  }
  push(member.slice(at), false);
  return parts;
}
