// Other people's builds of the packed tarball: unpacked once, consumed by Vite, webpack, esbuild, TypeScript and Node.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';

const HERE = dirname(fileURLToPath(import.meta.url));
const WWW = join(HERE, '../../www');

/** Where the tarball is unpacked, as npm would, and where the builds go. */
export const WORK = join(HERE, 'test-results');
export const PACKAGE = join(WORK, 'node_modules/gangmu');

/** Packs the built package and unpacks it beside copies of the apps. */
export function unpack(): void {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(PACKAGE, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', WORK], { cwd: WWW, encoding: 'utf8' })) as [{ filename: string }];
  execFileSync('tar', ['-xzf', join(WORK, filename), '--strip-components=1', '-C', PACKAGE]);
  cpSync(join(HERE, 'apps'), WORK, { recursive: true });
}

/** What the tarball holds. */
export function packed(): string[] {
  return readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' });
}

/** Each build with the folder it leaves. */
export const BUILDS: Readonly<Record<string, () => Promise<string>>> = {
  vite: async () => {
    await vite({ root: WORK, configFile: false, logLevel: 'error', base: './', build: { outDir: 'vite', rollupOptions: { input: join(WORK, 'index.html') } } });
    return join(WORK, 'vite');
  },
  webpack: async () => {
    const compiler = webpack({ context: WORK, mode: 'production', entry: './app.js', output: { path: join(WORK, 'webpack'), filename: 'app.js' }, performance: false });
    await new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error !== null || stats?.hasErrors() !== false) reject(error ?? new Error(stats?.toString('errors-only')));
        else resolve();
      });
    });
    cpSync(join(WORK, 'index.html'), join(WORK, 'webpack/index.html'));
    return join(WORK, 'webpack');
  },
  esbuild: async () => {
    const outdir = join(WORK, 'esbuild');
    const loader = { '.wasm': 'file', '.gz': 'file' } as const;
    // esbuild knows no parts beside a module: the app names them, and the worker is a script of its own.
    await esbuild.build({ absWorkingDir: WORK, entryPoints: { app: './app-esbuild.js', worker: 'gangmu/worker' }, bundle: true, format: 'esm', outdir, loader, logLevel: 'error', minify: true });
    cpSync(join(WORK, 'index.html'), join(outdir, 'index.html'));
    return outdir;
  },
  inline: async () => {
    const outdir = join(WORK, 'inline');
    await esbuild.build({ absWorkingDir: WORK, entryPoints: { app: './app-inline.js' }, bundle: true, format: 'iife', outdir, logLevel: 'error' });
    cpSync(join(WORK, 'index.html'), join(outdir, 'index.html'));
    return outdir;
  },
  plain: () => {
    cpSync(join(WORK, 'plain.html'), join(PACKAGE, 'index.html'));
    return Promise.resolve(PACKAGE);
  },
};

/** Type-checks a program that uses the package, its declarations included. */
export function typeCheck(resolution: 'bundler' | 'nodenext'): string {
  const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
  // No types but the package's own and those it names.
  const compilerOptions = { noEmit: true, strict: true, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], types: [], module, moduleResolution: resolution };
  const project = join(WORK, `tsconfig.${resolution}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: ['types.ts'] }));
  const done = spawnSync(process.execPath, [join(HERE, 'node_modules/typescript/bin/tsc'), '-p', project], { cwd: WORK, encoding: 'utf8' });
  return done.stdout + done.stderr;
}

/** Runs the command `gangmu` as npx does. */
export function gangmu(args: string[], input?: string | Buffer): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(PACKAGE, 'bin/gangmu.js'), ...args], { cwd: WORK, encoding: 'utf8', input: input ?? '', env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' } });
}
