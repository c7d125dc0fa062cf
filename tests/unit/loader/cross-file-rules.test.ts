import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/loader/diagnostic.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

const parts =
  'title: T\nparts: [{ number: 1, title: A, slug: a }, { number: 2, title: B, slug: b }]\n';

/** Returns the problems of quotes a, b, c …, each given by further fields and its text. */
function problemsOf(...quotes: [fields: string, text: string][]): string[] {
  const folder = temporaryFolder();
  const files = quotes.map(
    ([fields, text], at) =>
      [`quotes/${'abcdef'[at]}.md`, `---\npart: 1\n${fields}---\n\n${text}\n`] as const,
  );
  writeFiles(folder, [['collection.yaml', parts], ...files]);
  return readCollection(folder).problems.map(formatProblem);
}

const long = 'Moving data is expensive. You always want to bring the compute to the data.';

describe('quotes', () => {
  test('in the same part with the same order are reported', () => {
    expect(
      problemsOf(
        ['order: 1\n', 'A.'],
        ['order: 2\n', 'B.'],
        ['order: 1\n', 'C.'],
        ['', 'D.'],
        ['', 'E.'],
      ),
    ).toEqual([
      'quotes/c.md:3: warning: order: is 1, the same as in quotes/a.md. Give each quote its own order, or run npm run renumber or npm run move.',
    ]);
  });

  test('in different parts may have the same order', () => {
    const folder = temporaryFolder();
    const quote = (part: number) => `---\npart: ${part}\norder: 1\n---\n\nText ${part}.\n`;
    writeFiles(folder, [
      ['collection.yaml', parts],
      ['quotes/a.md', quote(1)],
      ['quotes/b.md', quote(2)],
    ]);
    expect(readCollection(folder).problems).toEqual([]);
  });

  test('with an unknown id in `similar` are reported', () => {
    expect(problemsOf(['similar: [b, x]\n', 'A.'], ['', 'B.'])).toEqual([
      'quotes/a.md:3: warning: similar: names x, which is not a quote. Write the name of its file without .md, or remove it.',
    ]);
  });

  const hint = (id: string) =>
    `Keep one of the two; if they are alike on purpose, write similar: [${id}].`;

  test('that are nearly the same are reported, each with an earlier one', () => {
    expect(
      problemsOf(
        ['', long],
        ['', long.toUpperCase()],
        ['', 'You always want to bring the compute'],
        ['', 'Speed of thought is a feature.'],
        ['', 'Speed of thought is a feature, he said.'],
      ),
    ).toEqual([
      `quotes/b.md:5: warning: body: differs from quotes/a.md only in case, punctuation and spaces. ${hint('a')}`,
      `quotes/c.md:5: warning: body: is contained in quotes/a.md. ${hint('a')}`,
      `quotes/d.md:5: warning: body: is contained in quotes/e.md. ${hint('e')}`,
    ]);
    expect(problemsOf(['', long], ['', long.replace('expensive', 'costly')])).toEqual([
      `quotes/b.md:5: warning: body: is nearly the same as quotes/a.md. ${hint('a')}`,
    ]);
  });

  test.each([[['similar: [b]\n', ''] as const], [['', 'similar: [a]\n'] as const]])(
    'that are alike on purpose are not: %j',
    ([first, second]) => {
      expect(problemsOf([first, long], [second, long.toUpperCase()])).toEqual([]);
    },
  );

  test('with the same text are errors, and are compared with others only once', () => {
    expect(problemsOf(['', long], ['', long], ['', long.toUpperCase()])).toEqual([
      'quotes/b.md:5: body: is the same quote as quotes/a.md. Keep one of the two.',
      `quotes/c.md:5: warning: body: differs from quotes/a.md only in case, punctuation and spaces. ${hint('a')}`,
    ]);
  });
});

test('labels that may be the same are reported with the first quote of each', () => {
  expect(
    problemsOf(
      ['theme: On trust\nsource: MIT Technology Review\n', 'A.'],
      ['theme: On Trust\nsource: MIT Technology Review\n', 'B.'],
      ['theme: On Trust\nsource: MIT Tecnology Review\n', 'C.'],
      ['', 'D.'],
      ['', 'E.'],
    ),
  ).toEqual([
    'quotes/b.md:3: warning: theme: “On Trust” differs from “On trust” in quotes/a.md only in case and punctuation. Use one spelling.',
    'quotes/c.md:4: warning: source: “MIT Tecnology Review” may be another spelling of “MIT Technology Review” in quotes/a.md. If they are the same source, use one spelling.',
  ]);
});
