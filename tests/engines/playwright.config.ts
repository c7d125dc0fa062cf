import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { engines } from './index.ts';

const { CI, E2E_REPORT } = process.env;

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, '../../.cache/engines'),
  // All journeys are in one file: each engine starts once, and the engines run in parallel.
  workers: engines.length,
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(CI),
  reporter: E2E_REPORT ? [['list'], ['json', { outputFile: E2E_REPORT }]] : [['list']],
  projects: engines.map((name) => ({ name })),
});
