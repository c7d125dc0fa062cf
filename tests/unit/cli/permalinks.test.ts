import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importCommand } from '../../../src/cli/import.ts';
import { permalinksCommand } from '../../../src/cli/permalinks.ts';
import { writeFiles } from '../folders.ts';
import { clean, notes, runHere } from './command.ts';

describe('permalinks', () => {
  test('adds new ids and aliases to the ledger, and removes none', async () => {
    const { file, to } = notes(clean);
    await runHere(importCommand, [file, '--to', to]);
    writeFiles(to, [
      ['quotes/a.md', '---\npart: 1\ntheme: A\nsource: S\naliases: [z]\n---\n\nOther.\n'],
      ['permalinks.json', '{ "gone": { "gone": "2024-01-01" }, "x": "live" }'],
    ]);
    const added = await runHere(permalinksCommand, [], { CONTENT_DIR: to });
    expect(added.status).toBe(0);
    expect(added.stdout).toBe(
      `a\nz\n2 permalinks added to ${join(to, 'permalinks.json')}\n1 label added to ${join(to, 'addresses.json')}\n`,
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
    expect((await runHere(permalinksCommand, [], { CONTENT_DIR: to })).stdout).toMatch(
      /^0 permalinks added/u,
    );
  });
});
