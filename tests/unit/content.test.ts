import { expect, test } from 'vitest';
import { contentDir } from '../../src/environment.js';
import { formatProblem } from '../../src/loader/diagnostic.ts';
import { readCollection } from '../../src/loader/load.ts';

test('the collection in content/ has no errors', () => {
  const { collection, problems } = readCollection(contentDir());
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(formatProblem)).toEqual([]);
  expect(collection).toBeDefined();
});
