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
  // A test that passes only when it is tried again is named by the report, and does not fail a busy machine.
  retries: 1,
  // For a machine that does other work too: no test needs a tenth of it alone.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(CI),
  reporter: E2E_REPORT ? [['list'], ['json', { outputFile: E2E_REPORT }]] : [['list']],
  use: {
    baseURL,
    browserName: 'chromium',
    // Journeys wait for no transitions; what moves has tests of its own.
    contextOptions: { reducedMotion: 'reduce' },
    // It would answer in place of what a test fakes; its own tests allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: await findBrowser(),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
      // Readers have this cache, and going back has to work with it.
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
