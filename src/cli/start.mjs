import { run } from './child.mjs';
import { install, projectRoot } from './install.mjs';

// What `npm run build` and `npm run preview` do, without an npm and a shell between: those would
// survive a signal or not hand it on.
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
