import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { clean, notes, run } from './command.ts';

// Each test starts several processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe('export', () => {
  test('prints nothing but problems when the collection has errors', () => {
    const { folder } = notes(clean);
    const { status, stdout, stderr } = run('export', ['--from', folder]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${join(folder, 'collection.yaml')}: is missing.`);
  });

  test('refuses what notes cannot say', () => {
    const { file, to } = notes(clean);
    run('import', [file, '--to', to]);
    writeFileSync(join(to, 'quotes/x.md'), '---\npart: 1\ntheme: X\nsource: S\n---\nOne.\n\nTwo.');
    expect(run('export', ['--from', to])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'error: quote x holds several paragraphs, which notes cannot say\n',
    });
  });
});
