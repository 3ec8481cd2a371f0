// Findings as a SARIF 2.1.0 log, which code scanners and editors read.
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { FindingView } from '../engine/report.js';
import type { Checked } from './checked.js';
import { Lines } from './lines.js';

/** One run over all texts. */
export function sarif(checked: readonly Checked[], language: 'zh' | 'en', version: string): Log {
  const rules = new Map<string, ReportingDescriptor>();
  const results = checked.flatMap(({ name, text, findings }) => {
    const places = new Lines(text);
    return findings.map((finding) => {
      if (!rules.has(finding.code)) rules.set(finding.code, { id: finding.code, help: { text: language === 'zh' ? finding.rule : finding.ruleEn } });
      return resultOf(finding, uriOf(name), places, language);
    });
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'gangmu', version, rules: [...rules.values()] } }, columnKind: 'utf16CodeUnits', results }],
  };
}

function resultOf({ code, severity, message, span }: FindingView, uri: string, places: Lines, language: 'zh' | 'en'): Result {
  const start = places.at(span[0]);
  const end = places.at(span[1]);
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column, charOffset: span[0], charLength: span[1] - span[0] };
  return { ruleId: code, level: severity, message: { text: message[language] }, locations: [{ physicalLocation: { artifactLocation: { uri }, region } }] };
}

/** A file's name as a URI reference; relative names stay relative. */
function uriOf(name: string): string {
  return isAbsolute(name) ? pathToFileURL(name).href : name.split(/[\\/]/).map(encodeURIComponent).join('/');
}
