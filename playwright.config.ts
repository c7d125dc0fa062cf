import { defineConfig } from '@playwright/test';
import { projectRoot } from './src/cli/install.mjs';
import { base } from './tests/site-urls.ts';
import { findBrowser } from './tests/browser.mjs';

const { CI, E2E_PORT, E2E_REPORT } = process.env;
const port = E2E_PORT ?? '4327';
const baseURL = `http://localhost:${port}${base}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  workers: 2,
  fullyParallel: true,
  // A busy machine can make a test fail once; the report lists tests that pass only in a retry.
  retries: 1,
  // For a busy machine; no test needs a tenth of it on a quiet one.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(CI),
  reporter: E2E_REPORT ? [['list'], ['json', { outputFile: E2E_REPORT }]] : [['list']],
  use: {
    baseURL,
    browserName: 'chromium',
    // So that tests need not wait for transitions; motion has separate tests.
    contextOptions: { reducedMotion: 'reduce' },
    // They would answer instead of the responses that a test fakes; their own tests allow them.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: await findBrowser(),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
      // Readers have this cache, so going back must work with it.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    },
  },
  webServer: {
    command: 'node src/cli/preview.ts',
    cwd: projectRoot,
    env: { PORT: port },
    url: baseURL,
    timeout: 15_000,
  },
});
