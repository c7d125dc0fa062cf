import { describe, expect, test } from 'vitest';
import { parseNotes } from '../../../src/import/parse.ts';
import { formatNoteProblem } from '../../../src/import/problem.ts';

const clean = `Lessons from Ion Stoica
Ion Stoica is a professor.
Part 1: Open Source
- On timing: "Timing is critical." — Source: AMPLab Papers
- On merit: "We deserve to lose." — Source: a16z Podcast
Part 2: Big Data
- On gravity: "Moving data is expensive." — Source: Spark Summit
`;

/** Every problem of a text, as the command prints it. */
function problemsOf(text: string): string[] {
  return parseNotes(text).problems.map((problem) => formatNoteProblem('notes.txt', problem));
}

/** The problems of notes whose only part holds these lines, from line 5 on, after a sound one. */
function problemsIn(...lines: string[]): string[] {
  const sound = '- On first: "First." — Source: F';
  const last = '- On last: "Last." — Source: L';
  return problemsOf(['Title', 'Introduction.', 'Part 1: One', sound, ...lines, last].join('\n'));
}

/** The one quote of a line that has to be sound. */
function quoteOf(line: string) {
  const { notes, problems } = parseNotes(
    ['Title', 'Introduction.', 'Part 1: One', line].join('\n'),
  );
  expect(problems).toEqual([]);
  const { theme, text, source } = notes!.parts[0]!.quotes[0]!;
  return { theme, text, source };
}

test('a line separator is a space, as no field may hold it', () => {
  expect(quoteOf('- On x: "a\u2028b" — Source: S\u2029T')).toMatchObject({
    text: 'a b',
    source: 'S T',
  });
});

describe('clean notes', () => {
  test('give title, introduction, parts and quotes as printed', () => {
    expect(parseNotes(clean)).toEqual({
      title: { text: 'Lessons from Ion Stoica', line: 1 },
      problems: [],
      notes: {
        title: 'Lessons from Ion Stoica',
        introduction: 'Ion Stoica is a professor.',
        parts: [
          {
            number: 1,
            title: 'Open Source',
            line: 3,
            quotes: [
              {
                theme: 'On timing',
                text: 'Timing is critical.',
                source: 'AMPLab Papers',
                line: 4,
              },
              { theme: 'On merit', text: 'We deserve to lose.', source: 'a16z Podcast', line: 5 },
            ],
          },
          {
            number: 2,
            title: 'Big Data',
            line: 6,
            quotes: [
              {
                theme: 'On gravity',
                text: 'Moving data is expensive.',
                source: 'Spark Summit',
                line: 7,
              },
            ],
          },
        ],
      },
    });
  });

  test('may begin with a BOM and end their lines as Windows does', () => {
    const { notes, problems } = parseNotes(`\uFEFF${clean.replaceAll('\n', '\r\n')}`);
    expect(problems).toEqual([]);
    expect(notes).toEqual(parseNotes(clean).notes);
  });

  test('may hold empty lines and white space around lines, which nobody sees', () => {
    const spaced = clean.split('\n').join('  \n\n\t');
    const { notes, problems } = parseNotes(`\n\n${spaced}`);
    expect(problems).toEqual([]);
    expect(notes!.parts.map(({ quotes }) => quotes.length)).toEqual([2, 1]);
    expect(notes!.introduction).toBe('Ion Stoica is a professor.');
  });

  test('join the lines of an introduction, and keep its paragraphs', () => {
    const text = clean.replace('a professor.', 'a professor.\nAt Berkeley.\n\n\nPart of a lab.');
    expect(parseNotes(text).notes!.introduction).toBe(
      'Ion Stoica is a professor. At Berkeley.\n\nPart of a lab.',
    );
  });

  test.each([
    ['a dash', 'a professor\n— and a founder —\nat Berkeley.'],
    ['a part of something else', 'a professor; see\nPart 2 of the report.'],
  ])('go on with %s in the midst of a sentence of the introduction', (_, rest) => {
    const { notes, problems } = parseNotes(clean.replace('a professor.', rest));
    expect(problems).toEqual([]);
    expect(notes!.introduction).toBe(`Ion Stoica is ${rest.replaceAll('\n', ' ')}`);
  });

  test('keep the numbers of parts as printed', () => {
    const { notes } = parseNotes(clean.replace('Part 2', 'Part 40'));
    expect(notes!.parts.map(({ number }) => number)).toEqual([1, 40]);
  });
});

describe('the fields of a quote', () => {
  test('may hold colons, dashes and quotation marks', () => {
    expect(
      quoteOf('- On scale: up — or "out": "He said: "go" — and went." — Source: A: B — C'),
    ).toEqual({
      theme: 'On scale: up — or "out"',
      text: 'He said: "go" — and went.',
      source: 'A: B — C',
    });
  });

  test('may hold the word that names a source', () => {
    expect(quoteOf('- On Source: code: "Use the — Source: Luke" — Source: Source: S')).toEqual({
      theme: 'On Source: code',
      text: 'Use the — Source: Luke',
      source: 'Source: S',
    });
  });

  test('part at the first opening and the last closing', () => {
    expect(quoteOf('- On x: "a: "b" — Source: c" — Source: d')).toEqual({
      theme: 'On x',
      text: 'a: "b" — Source: c',
      source: 'd',
    });
  });

  test('part where the marks pair: a theme may hold a quotation', () => {
    const { notes, problems } = parseNotes(clean.replace('On timing:', 'On x: "y" thing:'));
    expect(notes!.parts[0]!.quotes[0]).toMatchObject({
      theme: 'On x: "y" thing',
      text: 'Timing is critical.',
    });
    expect(problems.map(({ severity, line }) => [severity, line])).toEqual([['warning', 4]]);
  });

  test('are verbatim, with their apostrophes, accents, scripts and spaces', () => {
    expect(
      quoteOf('- Über l’été: " \'Zwölf\'  \u00A0שלום — 漢字… " — Source: ACM & Co. <b>'),
    ).toEqual({
      theme: 'Über l’été',
      text: " 'Zwölf'  \u00A0שלום — 漢字… ",
      source: 'ACM & Co. <b>',
    });
  });
});

describe('an error', () => {
  const form = 'expected `- On theme: "quote" — Source: name`, found';

  test.each([
    [
      'a missing source',
      '- On x: "Text."',
      [`notes.txt:5: source is missing: ${form} \`- On x: "Text."\``],
    ],
    [
      'an empty source',
      '- On x: "Text." — Source: ',
      [`notes.txt:5: source is empty: ${form} \`- On x: "Text." — Source:\``],
    ],
    [
      'an empty quote',
      '- On x: "" — Source: S',
      [`notes.txt:5: quote is empty: ${form} \`- On x: "" — Source: S\``],
    ],
    [
      'a quote of spaces',
      '- On x: "  " — Source: S',
      [`notes.txt:5: quote is empty: ${form} \`- On x: "  " — Source: S\``],
    ],
    [
      'a quote without marks',
      '- On x: Text. — Source: S',
      [`notes.txt:5: quote has no opening mark: ${form} \`- On x: Text. — Source: S\``],
    ],
    [
      'marks that never close',
      '- On x: "Text. — Source: S',
      [`notes.txt:5: quote has marks that never close: ${form} \`- On x: "Text. — Source: S\``],
    ],
    [
      'words between a quote and its source',
      '- On x: "Text." (1843) — Source: S',
      [
        `notes.txt:5: quote has \`(1843)\` between its closing mark and its source: ${form} \`- On x: "Text." (1843) — Source: S\``,
      ],
    ],
    [
      'a footnote after a quote',
      '- On x: “Text.”[1] — Source: S',
      [
        `notes.txt:5: quote has \`[1]\` between its closing mark and its source: ${form} \`- On x: “Text.”[1] — Source: S\``,
      ],
    ],
    [
      'an empty theme',
      '- : "Text." — Source: S',
      [`notes.txt:5: theme is empty: ${form} \`- : "Text." — Source: S\``],
    ],
    [
      'a theme that is only begun',
      '- On : "Text." — Source: S',
      [`notes.txt:5: theme is empty: ${form} \`- On : "Text." — Source: S\``],
    ],
    [
      'a missing theme',
      '- "Text." — Source: S',
      [`notes.txt:5: theme is missing: ${form} \`- "Text." — Source: S\``],
    ],
    [
      'a missing theme before a quote within the quote',
      '- "He said: "Go." And I went." — Source: S',
      [`notes.txt:5: theme is missing: ${form} \`- "He said: "Go." And I went." — Source: S\``],
    ],
    [
      'a hyphen alone',
      '-',
      [
        `notes.txt:5: quote has no opening mark: ${form} \`-\``,
        `notes.txt:5: source is missing: ${form} \`-\``,
      ],
    ],
    [
      'every empty field at once',
      '- : "" — Source:',
      [
        `notes.txt:5: theme is empty: ${form} \`- : "" — Source:\``,
        `notes.txt:5: quote is empty: ${form} \`- : "" — Source:\``,
        `notes.txt:5: source is empty: ${form} \`- : "" — Source:\``,
      ],
    ],
    [
      'a stray line',
      'and went on.',
      [
        'notes.txt:5: line is neither a part nor a quote: expected `Part N: title` or `- On theme: "quote" — Source: name`, found `and went on.`',
      ],
    ],
    [
      'a part without a number',
      'Part: Two',
      ['notes.txt:5: part has no number: expected `Part N: title`, found `Part: Two`'],
    ],
    [
      'a part without a title',
      'Part 2: ',
      ['notes.txt:5: part has no title: expected `Part N: title`, found `Part 2:`'],
    ],
    [
      'a part in another form',
      'Part 2 of One',
      [
        'notes.txt:5: part is not written as it should be: expected `Part N: title`, found `Part 2 of One`',
      ],
    ],
    [
      'a number that would not be printed so again',
      'Part 02: Two',
      [
        'notes.txt:5: part is not written as it should be: expected `Part N: title`, found `Part 02: Two`',
      ],
    ],
    [
      'a control character in a quote',
      '- On x: "Te\u0007xt." — Source: S',
      [
        'notes.txt:5: quote holds U+0007, an invisible or control character; remove it: `Te\uFFFDxt.`',
      ],
    ],
    [
      'bytes that were not UTF-8 in a source',
      '- On x: "Text." — Source: Caf\uFFFD',
      [
        'notes.txt:5: source holds U+FFFD, the mark of bytes that are not UTF-8; save the file with the encoding UTF-8: `Caf\uFFFD`',
      ],
    ],
    [
      'bytes that may have been the dash',
      '- On x: "Text." \uFFFD Source: S',
      [
        'notes.txt:5: line holds U+FFFD, the mark of bytes that are not UTF-8; save the file with the encoding UTF-8: `- On x: "Text." \uFFFD Source: S`',
      ],
    ],
    [
      'a zero-width space in a theme',
      '- On\u200B x: "Text." — Source: S',
      [
        'notes.txt:5: theme holds U+200B, an invisible or control character; remove it: `On\uFFFD x`',
      ],
    ],
  ])('names %s', (_, line, problems) => {
    expect(problemsIn(line)).toEqual(problems);
  });

  test('shows only the beginning of a long line', () => {
    const [problem] = problemsIn(`- On x: "${'long '.repeat(100)}"`);
    expect(problem).toMatch(/found `- On x: "(long ){7}long…`$/u);
  });

  test('names both lines of a repeated quote, whatever its white space', () => {
    const lines = ['- On x: "Same  text." — Source: S', '- On y: "Same text." — Source: T'];
    expect(problemsIn(...lines)).toEqual([
      'notes.txt:6: quote is the same as on line 5: keep one of lines 5 and 6, `Same text.`',
    ]);
  });

  test('names both lines of a repeated part', () => {
    expect(problemsIn('- On x: "Text." — Source: S', 'Part 1: Again')).toEqual([
      'notes.txt:6: part 1 is there already, on line 3: give each part its own number',
    ]);
  });

  test('names a quote before any part, and what else is wrong with its line', () => {
    const text = clean.replace('Ion Stoica is a professor.', '$&\n- On early: "Too early."');
    expect(problemsOf(text)).toEqual([
      'notes.txt:3: quote stands before any part: expected `Part N: title` above `- On early: "Too early."`',
      `notes.txt:3: source is missing: ${form} \`- On early: "Too early."\``,
    ]);
  });

  test('takes no malformed quote or part for a line of the introduction', () => {
    const text = clean.replace(
      'Part 1: Open Source',
      'Part One: Open Source\n* On x: "Y" — Source: Z',
    );
    expect(problemsOf(text)).toEqual([
      'notes.txt:3: part has no number: expected `Part N: title`, found `Part One: Open Source`',
    ]);
    expect(
      problemsOf(clean.replace('Part 1: Open Source', '• On x: "Y" — Source: Z')),
    ).toContainEqual(expect.stringContaining('notes.txt:3: quote stands before any part'));
  });

  test.each([
    ['— On early: "Too early."', 'quote stands before any part'],
    ['— On early, no marks — Source: S', 'quote stands before any part'],
    ['- and no item at all', 'quote stands before any part'],
    ['Part 1 Open Source', 'part is not written as it should be'],
  ])('takes no line like `%s` for the rest of a sentence of the introduction', (line, message) => {
    const text = clean.replace('a professor.', `a professor\n${line}`);
    expect(problemsOf(text)[0]).toContain(`notes.txt:3: ${message}`);
  });

  test.each([
    ['no text', '', ['notes.txt:1: title is missing: the file is empty']],
    [
      'nothing but a BOM and empty lines',
      '\uFEFF\r\n\n',
      ['notes.txt:1: title is missing: the file is empty'],
    ],
    [
      'only a title',
      '\nTitle',
      [
        'notes.txt:2: introduction is missing: expected a line between the title and the first part',
        'notes.txt:2: part is missing: expected a line `Part N: title`',
        'notes.txt:2: quote is missing: the notes hold none',
      ],
    ],
    [
      'no introduction',
      'Title\nPart 1: One\n- On x: "Text." — Source: S',
      [
        'notes.txt:2: introduction is missing: expected a line between the title and the first part',
      ],
    ],
    [
      'no title',
      'Part 1: One\n- On x: "Text." — Source: S',
      [
        'notes.txt:1: title is missing: expected a line with the title of the notes first',
        'notes.txt:1: introduction is missing: expected a line between the title and the first part',
      ],
    ],
  ])('says that there is %s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test('hides no other: all are reported in one run, by line', () => {
    const text = `Title\u0000
Introduction.
Part 1: One
- On x: "Text."
stray
Part two: Two
- On y: "" — Source: S
- On z: "Text. — Source: S
- On x: "Other." — Source: S
`;
    expect(problemsOf(text).map((line) => line.split(/(?<=\d: (?:warning: )?\w+) /u)[0])).toEqual([
      'notes.txt:1: title',
      'notes.txt:4: source',
      'notes.txt:5: line',
      'notes.txt:6: part',
      'notes.txt:7: quote',
      'notes.txt:8: quote',
    ]);
    expect(parseNotes(text).notes).toBeUndefined();
  });
});

describe('a warning', () => {
  const quote = (name: string) => `- On ${name}: "${name}." — Source: S`;
  const notes = (...lines: string[]) => ['Title', 'Introduction.', ...lines].join('\n');

  test.each([
    [
      'parts out of order',
      notes('Part 2: B', quote('b'), 'Part 1: A', quote('a')),
      [
        'notes.txt:3: warning: part 2 is the first: expected part 1',
        'notes.txt:5: warning: part 1 comes after part 2 on line 3',
      ],
    ],
    [
      'a gap between parts',
      notes('Part 1: A', quote('a'), 'Part 4: D', quote('d')),
      ['notes.txt:5: warning: part 4 follows part 1 on line 3: expected part 2'],
    ],
    [
      'a part without quotes',
      notes('Part 1: A', quote('a'), 'Part 2: B'),
      ['notes.txt:5: warning: part 2 has no quotes'],
    ],
    [
      'a repeated theme, by case too',
      notes('Part 1: A', quote('a'), '- on A: "Other." — Source: S'),
      ['notes.txt:5: warning: theme is the same as on line 4: `on A`'],
    ],
  ])('names %s, and the notes are read', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
    expect(parseNotes(text).notes).toBeDefined();
  });
});
