// Megabytes a second in Node: segmentation only, and the whole report beside others' cut and count.
import { intl, jiebaWasm, native, nodeRs, ours } from '../contenders.mjs';
import { interleave } from '../measure.mjs';

/** `Intl.Segmenter` gets this much of the text, its time scaled up: beyond, it slows down with the square of the length. */
const SLICE = 5000;

export async function throughput({ engine, program, dictionary, texts, rounds }) {
  const all = { ours: await ours(engine), native: native(program, dictionary), jiebaWasm: jiebaWasm(), nodeRs: nodeRs(), intl: intl() };
  const rows = [];
  for (const name of Object.keys(texts)) {
    const text = texts[name];
    const slice = { text: text.text.slice(0, SLICE) };
    const scale = text.text.length / slice.text.length;
    const many = text.bytes < 1e6 ? rounds * 5 : rounds;
    const turns = (ourTask, theirTask) => ({
      ours: () => void all.ours[ourTask](text),
      native: () => all.native[ourTask](text),
      jiebaWasm: () => void all.jiebaWasm[theirTask](text),
      nodeRs: () => void all.nodeRs[theirTask](text),
    });
    const timed = async (ourTask, theirTask) => {
      const of = await interleave(turns(ourTask, theirTask), many);
      const { intl } = await interleave({ intl: () => void all.intl[theirTask](slice) }, 3);
      of.intl = { ...intl, median: intl.median * scale, low: intl.low * scale, high: intl.high * scale };
      return of;
    };
    rows.push({ row: 'segmentation only', host: 'Node', text: name, unit: 'ms', bytes: text.bytes, of: await timed('cut', 'cut') });
    rows.push({ row: 'whole report (others: cut and count)', host: 'Node', text: name, unit: 'ms', bytes: text.bytes, of: await timed('report', 'count') });
  }
  all.native.end();
  return rows;
}
