// The types of vite.parts.js, for the configuration that is TypeScript.
import type { Plugin } from 'vite';

export function parts(): Plugin;
