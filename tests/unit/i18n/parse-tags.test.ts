import { expect, test } from 'vitest';
import { parseTags } from '../../../src/i18n/parse-tags.ts';

test('a message is split at its tags', () => {
  expect(parseTags('Press <kbd>S</kbd>, or open <book>the book</book>.')).toEqual([
    { text: 'Press ' },
    { name: 'kbd', text: 'S' },
    { text: ', or open ' },
    { name: 'book', text: 'the book' },
    { text: '.' },
  ]);
});

test('text that only looks like a tag stays text', () => {
  expect(parseTags('a < b, <i>')).toEqual([{ text: 'a < b, <i>' }]);
});
