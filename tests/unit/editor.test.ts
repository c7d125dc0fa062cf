import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCollection } from '../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from './folders.ts';

interface Matcher {
  severity: string;
  pattern: { regexp: string; file: number; line: number; column: number; message: number };
}

const { tasks } = JSON.parse(readFileSync('.vscode/tasks.json', 'utf8')) as {
  tasks: { problemMatcher: Matcher[] }[];
};

/** The problem that VS Code recognizes in a line of `npm run check`. */
function problemIn(line: string) {
  for (const { severity, pattern } of tasks[0]!.problemMatcher) {
    const match = new RegExp(pattern.regexp, 'u').exec(line);
    if (!match) continue;
    const { file, line: row, column, message } = pattern;
    return [severity, match[file], match[row], match[column], match[message]];
  }
  return undefined;
}

test('an editor recognizes the position of every problem that the check prints', () => {
  expect(
    problemIn('content/quotes/a.md:5:1: extra: is not a known field. (unknown-field)'),
  ).toEqual([
    'error',
    'content/quotes/a.md',
    '5',
    '1',
    'extra: is not a known field. (unknown-field)',
  ]);
  expect(problemIn('content/quotes/a.md:3:8: warning: theme: differs. (alike-themes)')).toEqual([
    'warning',
    'content/quotes/a.md',
    '3',
    '8',
    'theme: differs. (alike-themes)',
  ]);
  expect(problemIn('content/x.txt: warning: is not a quote. (unread-file)')).toEqual([
    'warning',
    'content/x.txt',
    undefined,
    undefined,
    'is not a quote. (unread-file)',
  ]);
  expect(problemIn('75 quotes in 8 parts: no problems')).toBeUndefined();
});

test('the snippet for a quote is valid once its placeholders are filled in', () => {
  const snippets = JSON.parse(readFileSync('.vscode/quote.code-snippets', 'utf8')) as Record<
    string,
    { body: string[] }
  >;
  const filled = snippets['A quote']!.body.join('\n').replace(/\$\{\d[:|]([^},|]*)[^}]*\}/gu, '$1');
  const folder = temporaryFolder();
  writeFiles(folder, [
    [
      'collection.yaml',
      'title: T\nperson: P\nlang: en\nintroduction: I.\nparts:\n  - { number: 1, title: One, slug: one }\n',
    ],
    ['quotes/something.md', filled],
  ]);
  expect(readCollection(folder).problems).toEqual([]);
  expect(parse(filled.split('---')[1]!)).toMatchObject({ part: 1, status: 'attributed' });
});
