import { expect, test, vi } from 'vitest';
import { run } from './command.ts';

// Each test starts several processes, maybe on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const commands = ['add', 'import', 'export', 'check', 'permalinks', 'move', 'renumber', 'new'];

test.each(commands)('%s --help prints its usage', (command) => {
  const { status, stdout, stderr } = run(command, ['--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: npm run (--silent )?${command}`, 'u'));
  expect(stderr).toBe('');
});
