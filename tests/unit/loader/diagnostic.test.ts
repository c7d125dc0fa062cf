import { expect, test } from 'vitest';
import {
  ContentError,
  positionAt,
  reportTo,
  type Diagnostic,
} from '../../../src/loader/diagnostic.ts';

/** Creates the error for problems with these rules, each on its own line. */
function errorOf(...found: [rule: 'no-quotes' | 'alike-themes', line?: number, column?: number][]) {
  const problems: Diagnostic[] = [];
  for (const [rule, line, column] of found) {
    const place = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
    reportTo(problems)('a.md')(rule, 'is x.', 'Write y.', place);
  }
  return new ContentError('content', problems);
}

test('a ContentError counts the errors, lists all problems and has the first position', () => {
  const error = errorOf(['alike-themes', 2, 3], ['no-quotes'], ['no-quotes', 4, 5]);
  expect(error.name).toBe('ContentError');
  expect(error.message).toBe(
    '2 errors in content:\na.md:2: warning: is x. Write y.\na.md: is x. Write y.\na.md:4: is x. Write y.',
  );
  expect(error.loc).toEqual({ file: 'content/a.md', line: 4, column: 5 });
  expect(errorOf(['no-quotes', 4]).message).toMatch(/^1 error in content:\n/u);
  expect(errorOf(['no-quotes', 4]).loc).toEqual({ file: 'content/a.md', line: 4, column: 1 });
  expect(errorOf(['no-quotes'], ['alike-themes', 2]).loc).toBeUndefined();
});

test('a position counts lines and columns from 1', () => {
  expect(['ab\ncd', 'ab\n', 'ab', ''].map((text) => positionAt(`${text}|`, text.length))).toEqual([
    { line: 2, column: 3 },
    { line: 2, column: 1 },
    { line: 1, column: 3 },
    { line: 1, column: 1 },
  ]);
});
