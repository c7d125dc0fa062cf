import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { writeFiles } from '../folders.ts';
import { clean, notes, run } from './command.ts';

// Each test starts several processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe('permalinks', () => {
  test('adds new ids and aliases to the ledger, and takes none out', () => {
    const { file, to } = notes(clean);
    run('import', [file, '--to', to]);
    writeFiles(to, [
      ['quotes/a.md', '---\npart: 1\ntheme: A\nsource: S\naliases: [z]\n---\n\nOther.\n'],
      ['permalinks.json', '{ "gone": { "gone": "2024-01-01" }, "x": "live" }'],
    ]);
    const added = run('permalinks', [], { CONTENT_DIR: to });
    expect(added.status).toBe(0);
    expect(added.stdout).toBe(
      `a\nz\n2 permalinks added to ${join(to, 'permalinks.json')}\n4 labels added to ${join(to, 'addresses.json')}\n`,
    );
    expect(readFileSync(join(to, 'permalinks.json'), 'utf8')).toBe(`{
  "a": "live",
  "gone": {
    "gone": "2024-01-01"
  },
  "x": "live",
  "z": "live"
}
`);
    expect(run('permalinks', [], { CONTENT_DIR: to }).stdout).toMatch(/^0 permalinks added/u);
  });
});
