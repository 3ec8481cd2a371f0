// Pictures of the page, not tests of it: `cargo xtask screenshots`, or `npm run screenshots` against a served page.
import { defineConfig } from '@playwright/test';
import base from './playwright.config.js';

export default defineConfig(base, { testDir: 'screenshots' });
