import { expect, test } from 'vitest';
import { rules, rulesTable } from '../../../src/loader/rules.ts';

test('every rule has a name in kebab case and a row in the table', () => {
  const table = rulesTable();
  for (const id of Object.keys(rules)) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    expect(table).toContain(`| \`${id}\` |`);
  }
  expect(table.trimEnd().split('\n')).toHaveLength(Object.keys(rules).length + 2);
});
