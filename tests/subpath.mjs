import { join } from 'node:path';
import { run } from '../src/cli/child.mjs';
import { projectRoot } from '../src/cli/install.mjs';
import { buildElsewhere } from './elsewhere.mjs';

const BASE_PATH = '/quotes/book';
// A collection of another shape and language, so that nothing holds for the first one only.
const CONTENT_DIR =
  process.env.CONTENT_DIR ?? join(projectRoot, 'tests/fixtures/collections/pensees');

try {
  const root = await buildElsewhere({ BASE_PATH, CONTENT_DIR });
  const env = { ...process.env, BASE_PATH, CONTENT_DIR, E2E_PORT: process.env.E2E_PORT ?? '4328' };
  // Given as arguments, other tests than these.
  const asked = process.argv.slice(2);
  const tests = asked.length > 0 ? asked : ['--grep', '@subpath'];
  const config = 'tests/playwright.config.ts';
  process.exitCode = await run('npx', ['playwright', 'test', '--config', config, ...tests], {
    cwd: root,
    env,
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
