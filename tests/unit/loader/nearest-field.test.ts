import { expect, test } from 'vitest';
import { nearestField } from '../../../src/loader/nearest-field.ts';

const fields = ['part', 'theme', 'source', 'order', 'url', 'status', 'person', 'lang'];

test.each([
  ['author', 'person'],
  ['Chap-ter', 'part'],
  ['oder', 'order'],
  ['Sour ce', 'source'],
  ['statuses', 'status'],
  ['ulr', 'url'],
  ['rul', 'url'],
  ['urls', 'url'],
  ['Autor', 'person'],
  ['книга', 'source'],
])('%s most likely means %s', (name, field) => {
  expect(nearestField(name, fields)).toBe(field);
});

test.each(['statusess', 'uxx', 'ulx', 'uxr', 'menu', 'constructor', 'nav'])(
  '%s means none of the fields',
  (name) => {
    expect(nearestField(name, fields)).toBeUndefined();
  },
);

test('the nearest of several fields is found', () => {
  expect(nearestField('partt', ['parse', 'part', 'party'])).toBe('part');
});
