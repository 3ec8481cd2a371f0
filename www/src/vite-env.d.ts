// Types of import queries: Vite's, and those of vite.parts.js.
/// <reference types="vite/client" />

declare module '*?bytes' {
  /** The file, gzip, as base64. */
  const bytes: string;
  export default bytes;
}

declare module '*?digest' {
  /** SHA-256 of the file, decompressed, in hexadecimal digits. */
  const digest: string;
  export default digest;
}

declare module '*?worker&source' {
  /** A classic script. */
  const source: string;
  export default source;
}

/** The small wasm's JavaScript, a part of the whole one's: `engine/loaded.ts` gives it the types of that. */
declare module '*/gangmu-first.js';
