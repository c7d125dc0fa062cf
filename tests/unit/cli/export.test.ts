import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportCommand } from '../../../src/cli/export.ts';
import { importCommand } from '../../../src/cli/import.ts';
import { clean, notes, runHere } from './command.ts';

describe('export', () => {
  test('prints only the errors of an invalid collection', async () => {
    const { folder } = notes(clean);
    const { status, stdout, stderr } = await runHere(exportCommand, ['--from', folder]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${join(folder, 'collection.yaml')}: is missing.`);
  });

  test('reports text that notes cannot express', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    writeFileSync(join(to, 'quotes/x.md'), '---\npart: 1\ntheme: X\nsource: S\n---\nOne.\n\nTwo.');
    expect(await runHere(exportCommand, ['--from', to])).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'error: quote x has several paragraphs, which notes cannot express\nNothing was exported.\n',
    });
  });
});
