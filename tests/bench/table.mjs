// Rows as one Markdown table. A ratio says how many times less than jieba-wasm we take (time, bytes, memory alike).
const COLUMNS = ['ours', 'native', 'jiebaWasm', 'nodeRs', 'intl'];
const HEADS = ['row', 'text', 'host', 'gangmu wasm', 'gangmu native', 'jieba-wasm', '@node-rs/jieba', 'Intl.Segmenter', 'jieba-wasm ÷ ours', 'native ÷ ours'];

export function print(rows) {
  const lines = rows.map(({ row, text, host, unit, of }) => [
    row,
    text ?? '',
    host,
    ...COLUMNS.map((name) => cell(of[name], unit)),
    ratio(of.jiebaWasm, of.ours),
    ratio(of.native, of.ours),
  ]);
  const all = [HEADS, HEADS.map(() => '---'), ...lines];
  const widths = HEADS.map((_, i) => Math.max(...all.map((line) => line[i].length)));
  for (const line of all) {
    const cells = line.map((cell, i) => (cell === '---' ? '-'.repeat(widths[i]) : cell.padEnd(widths[i])));
    console.log(`| ${cells.join(' | ')} |`);
  }
}

/** `12.3 ms (11.9–12.8)` */
function cell(figures, unit) {
  if (figures === undefined) return '';
  const { median, low, high } = figures;
  const spread = low === undefined || low === high ? '' : ` (${short(low)}–${short(high)})`;
  return `${short(median)} ${unit}${spread}`;
}

function short(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function ratio(other, own) {
  return other === undefined || own === undefined ? '' : (other.median / own.median).toFixed(2);
}
