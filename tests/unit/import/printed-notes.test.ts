import { describe, expect, test } from 'vitest';
import { read, recognize } from '../../../src/import/formats/printed-notes.ts';

const notes = (text: string) => {
  const { items, title, introduction, parts, diagnostics } = read({ name: 'x', text });
  return {
    items: items.map(({ line, theme, text: words, source, part }) =>
      [line, theme, words, source, part].filter((field) => field !== undefined),
    ),
    title,
    introduction,
    parts: parts.map(({ number, title: name }) => `${number} ${name}`),
    messages: diagnostics.map(
      ({ severity, line, subject, message }) =>
        `${severity} ${line}: ${subject} ${message.split(/: expected| `/u)[0]}`,
    ),
  };
};

test.each([
  ['Part 1: One\n- On x: "Words." — Source: S', 0.95],
  ['Part 1: One\nwords', 0.5],
  ['- On x: "Words." — Source: S', 0.8],
  ['- On x: "Words."', 0],
  ['On x: "Words." — Source: S', 0],
  ['- words', 0],
])('%j is recognized with %d', (text, score) => {
  expect(recognize({ name: 'x', text })).toBe(score);
});

const item = '- On x: "Words." — Source: S';

describe('printed notes', () => {
  test('have a title, an introduction of paragraphs, parts and items', () => {
    const text = `\n# A title\nOne\ntwo.\n\nThree.\n## Heading\nfour.\n\nPart 1: First\n${item}\n\nPart 2: Second\n- On y: "More\n  words."\n  — Source: T\n`;
    expect(notes(text)).toEqual({
      title: 'A title',
      introduction: 'One two.\n\nThree.\n\nHeading four.',
      parts: ['1 First', '2 Second'],
      items: [
        [11, 'On x', 'Words.', 'S', 1],
        [14, 'On y', 'More words.', 'T', 2],
      ],
      messages: [],
    });
  });

  test('may have no introduction and no parts', () => {
    expect(notes(`Title\n${item}`)).toEqual({
      title: 'Title',
      introduction: undefined,
      parts: [],
      items: [[2, 'On x', 'Words.', 'S']],
      messages: [],
    });
  });

  test('must have a title', () => {
    expect(notes(`${item}\n`).messages).toEqual(['error 1: title is missing']);
    expect(notes(`Part 1: One\n${item}`).messages).toEqual(['error 1: title is missing']);
  });

  test.each([
    [`T\nPart 2: Two\n${item}`, ['warning 2: part 2 is the first']],
    [`T\nPart 1: One\nPart 3: Three\n${item}`, ['warning 3: part 3 follows part 1']],
    [`T\nPart 1: One\nPart 1: Again\nPart 2: Two\n${item}`, ['error 3: part 1 appears twice:']],
    [`T\nPart:\n${item}`, ['error 2: part has no number']],
    [`T\nPart 2\n${item}`, ['error 2: part has no title']],
    [`T\nPart IV:\n${item}`, ['error 2: part has no title']],
    [`T\n${item}\nPart 1: One`, ['error 2: quote is above the first part']],
    [`T\nPart 1: One\nwords\n${item}`, ['error 3: line is neither a part nor a quote']],
    [`T\n${item}\n\nwords`, ['error 4: line is neither a part nor a quote']],
    [`T\nPart 1: One\n${item}\n  (and more)`, ['error 4: line is neither a part nor a quote']],
    [`T\nPart 1: One\n${item}\n  and more`, ['notice 4: source continues from the line above']],
    [
      `T\nPart 1: One\n- words`,
      ['error 3: quote has no opening mark', 'error 3: source is missing'],
    ],
    ['T\n- On x: "Words."', ['error 2: source is missing']],
    ['T\n- On x: "Words. — Source: S', ['error 2: quote has no closing mark']],
    ['T\n- "Words." — Source: S', ['error 2: theme is missing']],
    ['T\n- : "Words." — Source: S', ['error 2: theme is empty']],
    ['T\n- On: "Words." — Source: S', ['error 2: theme is empty']],
    ['T\n- Only: "Words." — Source: S', []],
    ['T\n- On x: "" — Source: S', ['error 2: quote is empty']],
    ['T\n- On x: "Words." — Source:', ['error 2: source is empty']],
    ['T\n- On x: "Words." more — Source: S', ['error 2: quote has']],
    ['T\n- On x: "Words.", — Source: S', ['warning 2: quote has']],
    [
      'T\n- On x: "A." — Source: S - On y: "B." — Source: T',
      ['error 2: line contains two quotes; write one per line'],
    ],
  ])('are reported in %j', (text, messages) => {
    expect(notes(text).messages).toEqual(messages);
  });

  test.each([
    ['Part IX: Nine', 9],
    ['Part XIV: Fourteen', 14],
    ['TEIL 2: Zwei', 2],
    ['2. Teil: Zwei', 2],
    ['**Part 3:** Three', 3],
    ['## Part 4 — Four ##', 4],
    ['- Part 5: Five', 5],
    ['第6部分：六', 6],
  ])('have a part in %j', (line, number) => {
    expect(notes(`T\n${line}\n${item}`).parts[0]).toMatch(new RegExp(`^${number} \\S`, 'u'));
  });

  test.each([
    ['* On x: "Words." Source: S', 'On x', 'Words.', 'S'],
    ['• **On x:** “Words: one.” – *Quelle*: S.', 'On x', 'Words: one.', 'S.'],
    ['1. On x: "Words." — Source: S', 'On x', 'Words.', 'S'],
    ['– On x: «Words» — Source : S', 'On x', 'Words', 'S'],
    [
      '- On "x": "Words of "one" — he said." — Source: "S"',
      'On "x"',
      'Words of "one" — he said.',
      '"S"',
    ],
  ])('have an item in %j', (line, ...fields) => {
    expect(notes(`T\n${line}`)).toMatchObject({ items: [[2, ...fields]], messages: [] });
  });
});
