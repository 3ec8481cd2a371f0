// Real Chromium against the served production build; `cargo xtask test` sets both variables.
import { defineConfig } from '@playwright/test';

const chromium = process.env['GANGMU_CHROMIUM'];

export default defineConfig({
  testDir: 'browser',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Lighthouse and the long texts measure time, which depends on what else the machine does; once more tells that from a
  // failure, and the log calls it flaky.
  retries: 1,
  fullyParallel: false,
  workers: 1,
  reporter: 'list',
  snapshotPathTemplate: '{testDir}/{testFileName}-snapshots/{arg}{ext}',
  use: {
    navigationTimeout: 25_000,
    baseURL: process.env['GANGMU_URL'] ?? 'http://localhost:8610',
    locale: 'zh-CN',
    // It would answer before `page.route` is asked; offline.spec.ts allows it.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    // Without it, where the system's locale is POSIX, Chromium saves files with Chinese names as `download`.
    launchOptions: {
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      args: ['--no-sandbox'],
      ...(chromium ? { executablePath: chromium } : {}),
    },
  },
});
