import { run } from '../src/cli/child.mjs';
import { buildElsewhere } from './elsewhere.mjs';

const BASE_PATH = '/quotes/book';

try {
  const root = await buildElsewhere({ BASE_PATH });
  const env = { ...process.env, BASE_PATH, E2E_PORT: process.env.E2E_PORT ?? '4328' };
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
