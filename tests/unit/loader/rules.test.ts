import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules, rulesTable } from '../../../src/loader/rules.ts';

const readme = readFileSync(new URL('../../../src/loader/README.md', import.meta.url), 'utf8');

/** Removes the spaces and dashes that align the columns of tables. */
const unaligned = (markdown: string) => markdown.replaceAll(/ +/gu, ' ').replaceAll(/-{3,}/gu, '-');

test('every rule has a kebab-case id and a row in the table', () => {
  const table = rulesTable();
  for (const id of Object.keys(rules)) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    expect(table).toContain(`| \`${id}\` |`);
  }
  expect(table.trimEnd().split('\n')).toHaveLength(Object.keys(rules).length + 2);
});

test('the README contains the table that check --rules prints', () => {
  expect(unaligned(readme)).toContain(unaligned(rulesTable()));
});
