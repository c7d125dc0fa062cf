import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseNotes, type Notes } from '../../../src/import/parse.ts';

const seed = parseNotes(
  readFileSync('tests/fixtures/notes/lessons-from-ion-stoica.txt', 'utf8'),
).notes!;

const space = fc.constantFrom(' ', '  ', '\u00A0', ' \u00A0 ', '\t');
const habit = fc.record({
  marks: fc.constantFrom('""', '“”', '„“', '«»', "''", '‘’', '“"'),
  dash: fc.constantFrom('—', '–', '--', '-', '―', ''),
  label: fc.constantFrom('Source:', 'SOURCE:', 'source :', '**Source:**', '*Source*:'),
  bullet: fc.constantFrom('-', '*', '•', '+', '–', '—', '1.', '2)', '(3)'),
  theme: fc.constantFrom('', '*', '**', '__'),
  part: fc.constantFrom('Part N: ', 'PART N — ', 'part N - ', '## Part N. ', '### PART N: '),
  space,
  indent: fc.constantFrom('', '  ', '\t'),
  hang: fc.constantFrom('', '  '),
  width: fc.option(fc.integer({ min: 50, max: 100 }), { nil: undefined }),
  end: fc.constantFrom('\n', '\r\n'),
  start: fc.constantFrom('', '\uFEFF', '\n\n'),
});
type Habit = typeof habit extends fc.Arbitrary<infer H> ? H : never;

/** Lines as an editor breaks them at a width. */
function wrap(text: string, { width, indent, hang }: Habit): string[] {
  const lines: string[] = [indent];
  for (const word of width === undefined ? [text] : text.split(' ')) {
    const line = lines.at(-1)!;
    const isFirst = line.trim() === '';
    if (isFirst || line.length + 1 + word.length <= (width ?? Infinity)) {
      lines[lines.length - 1] = isFirst ? line + word : `${line} ${word}`;
    } else lines.push(indent + hang + word);
  }
  return lines;
}

/** The first collection as somebody with these habits would have typed it. */
function typed(habit: Habit): string {
  const { marks, dash, label, bullet, theme, space } = habit;
  const quote = (quote: Notes['parts'][number]['quotes'][number]) =>
    `${bullet}${space}${theme}${quote.theme}${theme}:${space}${marks[0]}${quote.text}${marks[1]}${space}${dash}${space}${label}${space}${quote.source}`;
  const lines = [
    seed.title,
    ...wrap(seed.introduction, { ...habit, indent: '', hang: '' }),
    ...seed.parts.flatMap((part) => [
      '',
      habit.part.replace('N', String(part.number)) + part.title,
      ...part.quotes.flatMap((each) => wrap(quote(each), habit)),
    ]),
  ];
  return habit.start + lines.join(habit.end);
}

test('notes are read the same, whatever the habits of who typed them', () => {
  const quotesOf = (notes: Notes | undefined) =>
    notes?.parts.map(({ number, title, quotes }) => ({
      number,
      title,
      quotes: quotes.map(({ theme, text, source }) => ({ theme, text, source })),
    }));
  fc.assert(
    fc.property(habit, (habit) => {
      const { notes, problems } = parseNotes(typed(habit));
      expect(problems).toEqual([]);
      expect(notes!.introduction).toBe(seed.introduction);
      expect(quotesOf(notes)).toEqual(quotesOf(seed));
    }),
    { numRuns: 100 },
  );
});
