import { expect, test } from 'vitest';
import { fitText, type Measure } from '../../../../src/outputs/cards/fit.ts';

/** A monospaced font with square characters; a word that is too long for a line is broken. */
const monospaced: Measure = async (text, size, column) => {
  const letters = Math.floor(column / size);
  const words = text
    .split(/\s+/)
    .flatMap((word) => word.match(new RegExp(`.{1,${letters}}`, 'gu')));
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word ?? '');
  }
  return {
    height: lines.length * size,
    longestWord: Math.max(...text.split(/\s+/).map((word) => word.length)) * size,
  };
};

// Two lines of ten letters at the largest, five of twenty-five at the smallest.
const space = { column: 100, room: 20, sizes: [10, 8, 6, 5, 4] };

test('a text has the largest size at which it fits', async () => {
  const short = await fitText('We go on, on foot', '”', space, monospaced);
  expect(short).toEqual({ text: 'We go on, on foot”', size: 10 });
  const long = await fitText('We go on, on foot, all day', '”', space, monospaced);
  expect(long).toEqual({ text: 'We go on, on foot, all day”', size: 6 });
});

test('a single word has the largest size', async () => {
  expect(await fitText('Enough.', '”', space, monospaced)).toEqual({ text: 'Enough.”', size: 10 });
});

test('a size at which a word would break is skipped', async () => {
  expect((await fitText('incomprehensible if so', '”', space, monospaced)).size).toBe(6);
});

test('a word that breaks at every size is broken at the largest', async () => {
  const word = 'x'.repeat(26);
  expect(await fitText(word, '”', space, monospaced)).toEqual({ text: `${word}”`, size: 6 });
});

test('a text that does not fit at any size is cut after a word, without the comma', async () => {
  const text = 'One two three four five, '.repeat(8).trim();
  expect(await fitText(text, '”', space, monospaced)).toEqual({
    text: `${'One two three four five, '.repeat(4)}One two three four five…”`,
    size: 4,
  });
});

test('a text without spaces is cut after a letter, never within one', async () => {
  const { text } = await fitText('e\u0301'.repeat(200), '”', space, monospaced);
  expect(text).toMatch(/^(e\u0301)+…”$/u);
});
