// Findings for people, for programs, for code scanners.
import type { Checked } from './checked.js';
import { Lines } from './lines.js';
import { sarif } from './sarif.js';

type Language = 'zh' | 'en';

/** `FILE:LINE:COLUMN: severity code: message`, one a line, as compilers write them. */
function lines(checked: readonly Checked[], language: Language): string {
  return checked.flatMap(({ name, text, findings }) => {
    const places = new Lines(text);
    return findings.map(({ span, severity, code, message }) => {
      const { line, column } = places.at(span[0]);
      return `${name}:${line}:${column}: ${severity} ${code}: ${message[language]}\n`;
    });
  }).join('');
}

/** The findings as they are in the report, a JSON object a line. */
function json(checked: readonly Checked[]): string {
  return checked.flatMap(({ name, text, findings }) => {
    const places = new Lines(text);
    return findings.map((finding) => `${JSON.stringify({ file: name, ...places.at(finding.span[0]), ...finding })}\n`);
  }).join('');
}

/** By the name given to `check --format`. */
export const CHECKS = {
  text: lines,
  json,
  sarif: (checked, language, version) => `${JSON.stringify(sarif(checked, language, version), null, 2)}\n`,
} satisfies Record<string, (checked: readonly Checked[], language: Language, version: string) => string>;

/** A format's name. */
export type CheckFormat = keyof typeof CHECKS;
