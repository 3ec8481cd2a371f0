// The tarball of the package in other people's builds, in Chromium and in Node.
import { execFile, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { BUILDS, gangmu, PACKAGE, packed, typeCheck, unpack, WORK } from '../package/consumers.js';
import { expect, test } from './support.js';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };
const DRAFT = '在全区工作会议上的讲话\n\n同志们：\n　　下面，我讲三点意见。\n一、认清形势\n　　形势逼人。一是任务重；二是时间紧。\n三、抓好落实\n　　落实要靠干部。\n';
const CLEAN = '一、认清形势\n　　形势逼人。\n二、抓好落实\n　　落实要靠干部。\n';

test.beforeAll(() => unpack());

/** Serves one folder. */
async function serve(folder: string): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).replace(/\/$/, '/index.html'));
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => void server.close() };
}

test('the tarball holds what its exports promise, and nothing of the workshop', () => {
  const files = packed();
  const { exports, bin } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { exports: Record<string, string | Record<string, string>>; bin: Record<string, string> };
  const promised = [...Object.values(exports).flatMap((way) => (typeof way === 'string' ? [way] : Object.values(way))), ...Object.values(bin)];
  for (const path of promised) if (!path.includes('*')) expect(existsSync(join(PACKAGE, path)), path).toBe(true);
  for (const name of ['lite.gz', 'full.gz', 'reference.gz']) expect(files).toContain(`lib/dictionary/${name}`);
  expect(files.filter((file) => /(^|\/)(src|test|node_modules)\//.test(file))).toEqual([]);
  const manifest = JSON.parse(readFileSync(join(PACKAGE, 'lib/custom-elements.json'), 'utf8')) as { modules: { declarations?: { name: string; attributes?: { name: string }[]; events?: { name: string }[] }[] }[] };
  const widget = manifest.modules.flatMap((module) => module.declarations ?? []).find(({ name }) => name === 'GangmuAnalyzer');
  expect(widget?.attributes?.map(({ name }) => name)).toEqual(expect.arrayContaining(['for', 'src', 'view', 'theme', 'lazy', 'dictionary', 'max-terms']));
  expect(widget?.events?.map(({ name }) => name)).toEqual(expect.arrayContaining(['gangmu-ready', 'gangmu-progress', 'gangmu-report', 'gangmu-select', 'gangmu-error']));
});

for (const name of Object.keys(BUILDS)) {
  test(`${name}: the page reads a text`, async ({ page }) => {
    const folder = await BUILDS[name]?.();
    const { url, stop } = await serve(folder ?? '');
    await page.goto(url);
    await expect(page.locator('body')).toHaveAttribute('data-outline', '2');
    expect(Number(await page.locator('body').getAttribute('data-terms'))).toBeGreaterThan(0);
    if (name !== 'plain') await expect(page.locator('body')).toHaveAttribute('data-markdown', '- 一、甲事\n- 二、乙事\n');
    stop();
  });
}

test('the declarations hold, looked up as bundlers and as Node do', () => {
  expect(typeCheck('bundler')).toBe('');
  expect(typeCheck('nodenext')).toBe('');
});

test('Node imports it', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', 'node.mjs'], { cwd: WORK, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({ outline: 2, words: expect.any(Number) as unknown, opml: true, codes: ['aborted', 'options-invalid', 'disposed'], schema: true });
});

test('Deno imports it by its address', async () => {
  const deno = join(WORK, '../node_modules/@deno/linux-x64-glibc/deno');
  test.skip(!existsSync(deno), 'there is no Deno for this machine');
  const { url, stop } = await serve(PACKAGE);
  const args = ['run', '--quiet', '--no-lock', '--no-config', '--allow-net', '--allow-import', 'deno.js', `${url}lib/index.js`];
  const { stdout } = await promisify(execFile)(deno, args, { cwd: WORK, env: { ...process.env, DENO_DIR: join(WORK, 'deno'), DENO_NO_UPDATE_CHECK: '1' } });
  const markdown = '- 一、抓好落实\n- 二、改进作风\n';
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toEqual(['worker', 'local'].map((mode) => ({ mode, outline: 2, words: true, markdown })));
  stop();
});

test('a server draws the views with a report computed there; the browser takes them over', async ({ page, browser }) => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', 'ssr.mjs'], { cwd: WORK, encoding: 'utf8' });
  expect(stderr).toBe('');
  const drawn = JSON.parse(stdout) as { page: string; saved: string };
  const head = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>服务器</title><link rel="icon" href="data:,">';
  writeFileSync(join(PACKAGE, 'drawn.html'), `${head}${drawn.page}`);
  writeFileSync(join(PACKAGE, 'taken.html'), `${head}<script type="module" src="lib/elements.js"></script>${drawn.page}`);
  writeFileSync(join(PACKAGE, 'report.json'), drawn.saved);
  const { url, stop } = await serve(PACKAGE);
  // Without any script the words are there.
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(`${url}drawn.html`);
  await expect(still.locator('body > gangmu-outline').getByRole('treeitem')).toHaveCount(2);
  await expect(still.locator('gangmu-terms tbody tr').first()).toBeVisible();
  for (const view of ['outline', 'terms', 'places', 'rhetoric', 'findings', 'summary', 'analyzer']) {
    expect(await still.locator(`body > gangmu-${view}`).evaluate((element) => element.shadowRoot?.querySelector('div, section, table, p') !== null), view).toBe(true);
  }
  await still.close();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${url}taken.html`);
  const outline = page.locator('body > gangmu-outline');
  await outline.getByRole('treeitem').filter({ hasText: '改进作风' }).click();
  await expect(outline.getByRole('treeitem')).toHaveCount(2);
  await expect(page.locator('gangmu-analyzer').getByRole('treeitem')).toHaveCount(2);
  await expect(page.locator('gangmu-terms table')).toHaveCount(1);
  await expect(page.locator('gangmu-reader')).toContainText('落实要靠干部');
  expect(loaded.filter((path) => /wasm|worker|dictionary/.test(path))).toEqual([]);
  stop();
});

test('one classic script does it all in a page opened from a file', async ({ page }) => {
  const file = join(WORK, 'intranet.html');
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><title>内网</title><link rel="icon" href="data:,"><script src="node_modules/gangmu/lib/gangmu.classic.js"></script><gangmu-analyzer view="outline terms cloud">${DRAFT}</gangmu-analyzer>`);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByRole('treeitem').filter({ hasText: '认清形势' })).toBeVisible();
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  expect(loaded.filter((url) => !/^(data|blob):/.test(url))).toHaveLength(2);
  expect(page.workers()).toHaveLength(1);
});

test('the command writes every format, from files and from standard input', () => {
  writeFileSync(join(WORK, '讲话.txt'), DRAFT);
  const json = gangmu(['讲话.txt', '讲话.txt']);
  expect(json.stderr).toBe('');
  expect(json.stdout.trimEnd().split('\n').map((line) => (JSON.parse(line) as { schema: string }).schema)).toEqual(['gangmu-report/1', 'gangmu-report/1']);
  expect((JSON.parse(gangmu(['--with-text', '讲话.txt']).stdout) as { source: string }).source).toBe(DRAFT);
  expect(gangmu(['--format', 'markdown'], DRAFT).stdout).toBe('# 在全区工作会议上的讲话\n\n- 一、认清形势\n  - 一是任务重\n  - 二是时间紧\n- 三、抓好落实\n');
  expect(gangmu(['--format', 'csv', '--lang', 'zh', '-'], DRAFT).stdout).toMatch(/^\ufeff词,/);
  expect(gangmu(['--format', 'opml', '讲话.txt']).stdout).toContain('<outline text="一是任务重"/>');
  expect(gangmu(['--format', 'freemind', '讲话.txt']).stdout).toMatch(/^<map version="1\.0\.1">/);
  expect(gangmu(['--format', 'outline-csv', '讲话.txt']).stdout.split('\r\n')).toHaveLength(6);
  const rs3 = gangmu(['--format', 'rs3', '讲话.txt']).stdout;
  expect(rs3).toContain('<rst>');
  const spaced = gangmu(['--format', 'rs3-tokens', '讲话.txt']).stdout;
  const units = (xml: string) => [...xml.matchAll(/<segment[^>]*>([^<]*)</g)].map(([, unit = '']) => unit);
  expect(units(spaced).map((unit) => unit.replaceAll(' ', ''))).toEqual(units(rs3).map((unit) => unit.replaceAll(' ', '')));
  expect(units(spaced).some((unit) => /\p{Script=Han} \p{Script=Han}/u.test(unit))).toBe(true);
});

test('the command fails in one line and with a status', () => {
  const binary = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0x80]);
  for (const [args, input, line] of [
    [['nothing.txt'], '', 'gangmu: nothing.txt: there is no such file\n'],
    [['.'], '', 'gangmu: .: this is a folder\n'],
    [['-'], binary, 'gangmu: -: this is no plain text in UTF-8, UTF-16 or GB18030\n'],
    [['--format', 'docx'], '', 'gangmu: --format docx: choose one of json, csv, '],
    [['--bogus'], '', "gangmu: Unknown option '--bogus'\n"],
  ] as [string[], string | Buffer, string][]) {
    const { status, stdout, stderr } = gangmu(args, input);
    expect({ status, stdout, lines: stderr.match(/\n/g)?.length }).toEqual({ status: 2, stdout: '', lines: 1 });
    expect(stderr).toContain(line);
  }
});

test('check prints findings with line and column, as linters do', () => {
  writeFileSync(join(WORK, 'draft.txt'), DRAFT);
  const { status, stdout } = gangmu(['check', 'draft.txt']);
  expect(status).toBe(1);
  expect(stdout).toContain('draft.txt:4:7: error promise-short: ');
  expect(stdout).toMatch(/^draft\.txt:7:1: error number-gap: /m);
  expect(gangmu(['check', '--lang', 'zh'], DRAFT).stdout).toMatch(/^stdin:4:7: error promise-short: .*\p{Script=Han}/mu);
  expect(gangmu(['check'], CLEAN)).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

test('check writes SARIF 2.1.0, valid by its schema', () => {
  const consumer = createRequire(join(PACKAGE, 'package.json'));
  const { default: Ajv } = consumer('ajv-draft-04') as { default: new (options: object) => { compile: (schema: object) => ((data: unknown) => boolean) & { errors: unknown } } };
  const schema = JSON.parse(readFileSync(join(WORK, '../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;
  const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  writeFileSync(join(WORK, '初 稿.txt'), DRAFT);
  const { status, stdout } = gangmu(['check', '--format', 'sarif', '初 稿.txt']);
  expect(status).toBe(1);
  const log = JSON.parse(stdout) as { runs: [{ results: { ruleId: string; locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number } } }] }[] }] };
  valid(log);
  expect(valid.errors).toBeNull();
  expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'promise-short', locations: [{ physicalLocation: { artifactLocation: { uri: encodeURIComponent('初 稿.txt') }, region: { startLine: 4, startColumn: 7 } } }] });
  expect(valid({ ...log, version: '3.0' })).toBe(false);
});
