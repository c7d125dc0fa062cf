import { run } from './child.mjs';
import { install, projectRoot } from './install.mjs';

// The same as `npm run build` and `npm run preview`, but without npm and a shell in between, which may
// outlive a signal or not forward it.
const steps = ['src/cli/build.ts', 'src/cli/preview.ts'];

try {
  await install();
  for (const step of steps) {
    process.exitCode = await run('node', [step], { cwd: projectRoot });
    if (process.exitCode !== 0) break;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
