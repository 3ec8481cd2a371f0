// The wasm gives the reports the native build gives. In: the folder of the wasm, then pairs of a text and its native
// report. Out: a line for every text, and how many passed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const [folder, ...pairs] = process.argv.slice(2);
const { Analyzer, initSync } = await import(pathToFileURL(`${folder}/gangmu.js`));
initSync({ module: readFileSync(`${folder}/gangmu_bg.wasm`) });
const asset = (name) => gunzipSync(readFileSync(`${folder}/${name}`));
const analyzer = new Analyzer();
analyzer.setDictionary(asset('dictionary.gz'));
analyzer.setReference(asset('reference.gz'));

let failed = 0;
for (let i = 0; i < pairs.length; i += 2) {
  const [text, native] = [pairs[i], pairs[i + 1]].map((path) => readFileSync(path, 'utf8'));
  try {
    // To the last digit; only how a number is spelt (1 or 1.0) may differ.
    assert.deepEqual(JSON.parse(JSON.stringify(analyzer.analyze(text).report())), JSON.parse(native));
    console.log(`ok ${pairs[i]}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok ${pairs[i]}\n${error.message}`);
  }
}
console.log(`${pairs.length / 2 - failed} passed`);
console.log(`${failed} failed`);
