import { expect, test } from 'vitest';
import { findForbiddenCharacter } from '../../../src/text/forbidden-characters.ts';

test.each([
  ['a control character', 'a\u0007b', { name: 'U+0007', index: 1 }],
  ['a carriage return', 'a\rb', { name: 'U+000D', index: 1 }],
  ['a C1 control', 'ab\u0085', { name: 'U+0085', index: 2 }],
  ['the replacement character', '\uFFFD', { name: 'U+FFFD', index: 0 }],
  ['a noncharacter', 'a\uFFFE', { name: 'U+FFFE', index: 1 }],
  ['a bidi override', 'a\u202Eb', { name: 'U+202E', index: 1 }],
  ['a bidi isolate', '\u2066a\u2069', { name: 'U+2066', index: 0 }],
  ['a zero-width space', 'a\u200Bb', { name: 'U+200B', index: 1 }],
  ['a word joiner', 'a\u2060b', { name: 'U+2060', index: 1 }],
  ['a byte order mark inside', '😀\uFEFF', { name: 'U+FEFF', index: 2 }],
])('%s is forbidden', (_, text, found) => {
  expect(findForbiddenCharacter(text)).toEqual(found);
});

test.each([
  ['tabs and newlines', 'a\tb\nc'],
  ['joiners', '👩\u200D🔬 نمی\u200Cخواهم'],
  ['no-break spaces and soft hyphens', '5\u00A0km\u202Fco\u00ADop'],
  ['combining marks', 'e\u0301'],
  ['right-to-left scripts and marks', 'שלום\u200F!'],
  ['characters outside the basic plane', '𝒳 𠮷'],
])('%s are allowed', (_, text) => {
  expect(findForbiddenCharacter(text)).toBeUndefined();
});
