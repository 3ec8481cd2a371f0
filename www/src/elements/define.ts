// Registration that tolerates a second copy of the script on the same page.

/** Registers a class unless the name is taken. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
