import { createAnalyzer } from 'gangmu';
import wasm from 'gangmu/gangmu.wasm';
import dictionary from 'gangmu/dictionary/lite.gz';
import reference from 'gangmu/dictionary/reference.gz';
import { show } from './show.js';

const here = (part) => new URL(part, import.meta.url).href;
show(createAnalyzer({ worker: here('./worker.js'), wasm: here(wasm), dictionary: here(dictionary), reference: here(reference) }));
