import { expect, test } from 'vitest';
import { contentFolder } from '../../src/collection/folder.ts';
import { formatProblem } from '../../src/collection/problem.ts';
import { readCollection } from '../../src/collection/read.ts';

test('the collection has no problems, and its ledger lacks no id', () => {
  const { collection, problems } = readCollection(contentFolder());
  expect(problems.map(formatProblem)).toEqual([]);
  expect(collection).toBeDefined();
});
