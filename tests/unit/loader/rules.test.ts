import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules, rulesTable } from '../../../src/loader/rules.ts';

const readme = readFileSync(new URL('../../../src/loader/README.md', import.meta.url), 'utf8');

/** Lines of tables without the spaces and dashes that align their columns. */
const unaligned = (markdown: string) => markdown.replaceAll(/ +/gu, ' ').replaceAll(/-{3,}/gu, '-');

test('every rule has a name in kebab case and a row in the table', () => {
  const table = rulesTable();
  for (const id of Object.keys(rules)) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    expect(table).toContain(`| \`${id}\` |`);
  }
  expect(table.trimEnd().split('\n')).toHaveLength(Object.keys(rules).length + 2);
});

test('the content rules have the table that check --rules prints', () => {
  expect(unaligned(readme)).toContain(unaligned(rulesTable()));
});
