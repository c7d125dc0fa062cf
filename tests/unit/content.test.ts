import { expect, test } from 'vitest';
import { contentDir } from '../../src/environment.js';
import { formatProblem } from '../../src/loader/diagnostic.ts';
import { readCollection } from '../../src/loader/load.ts';

test('the collection has no problems, and its ledger lacks no id', () => {
  const { collection, problems } = readCollection(contentDir());
  expect(problems.map(formatProblem)).toEqual([]);
  expect(collection).toBeDefined();
});
