import { describe, expect, test } from 'vitest';
import { assemble } from '../../../src/collection/assemble.ts';
import { cacheKey } from '../../../src/collection/cache-key.ts';
import type { CollectionConfig, QuoteEntry } from '../../../src/collection/model.ts';

const about: CollectionConfig = {
  title: 'A book',
  person: 'A person',
  lang: 'en',
  introduction: [],
  parts: [
    { number: 1, title: 'One', slug: 'one' },
    { number: 2, title: 'Two', slug: 'two' },
  ],
  subjects: [
    { term: 'Debt', match: ['debt'] },
    { term: 'Distance', match: ['far'] },
  ],
};

function entry(id: string, fields: Partial<QuoteEntry> = {}): QuoteEntry {
  const text = fields.text ?? `Words of ${id}.`;
  const paragraphs = [[{ type: 'text' as const, value: text }]];
  const [theme, source] = [`On ${id}`, 'A talk'];
  return {
    id,
    part: 1,
    theme,
    source,
    paragraphs,
    text,
    aliases: [],
    status: 'attributed',
    ...fields,
  };
}

/** The key of a page that shows quote `a` between the others that are asked for. */
function keyOf(
  a: Partial<QuoteEntry>,
  changed: Partial<CollectionConfig> = {},
  shown = ['a', 'b'],
) {
  const entries = [entry('a', a), entry('b', { order: 9 }), entry('far', { part: 2 })];
  const collection = assemble({ ...about, ...changed }, entries);
  const quotes = shown.map((id) => collection.quotes.find((quote) => quote.id === id));
  return cacheKey(collection, quotes);
}

describe('the key of a page', () => {
  test.each<[string, Partial<QuoteEntry>]>([
    ['text', { text: 'Other words.' }],
    [
      'mark-up',
      { paragraphs: [[{ type: 'strong', children: [{ type: 'text', value: 'Words of a.' }] }]] },
    ],
    ['subjects', { text: 'Words of debt.' }],
    ['part', { part: 2 }],
    ['theme', { theme: 'On b' }],
    ['source', { source: 'Another talk' }],
    ['status', { status: 'verified' }],
    ['date', { date: '2001' }],
    ['address', { url: 'https://example.org/' }],
    ['place in the source', { locator: 'p. 1' }],
    ['language', { lang: 'de' }],
    ['former ids', { aliases: ['before'] }],
  ])('is another with another %s of a quote on it', (_, change) => {
    expect(keyOf(change)).not.toBe(keyOf({}));
    expect(keyOf(change, {}, ['b'])).toBe(keyOf({}, {}, ['b']));
  });

  test.each<[string, Partial<CollectionConfig>]>([
    ['title', { title: 'Another book' }],
    ['person', { person: 'Another' }],
    ['language', { lang: 'de' }],
    ['introduction', { introduction: [[{ type: 'text', value: 'Read.' }]] }],
    ['place for reports', { report: 'mailto:a@example.org' }],
    ['name of a part', { parts: [about.parts[0]!, { ...about.parts[1]!, title: 'Second' }] }],
    ['order of the parts', { parts: about.parts.toReversed() }],
  ])('is another with another %s of the collection', (_, change) => {
    expect(keyOf({}, change)).not.toBe(keyOf({}));
  });

  test('is another with a second person, as pages then lead to an index of people', () => {
    expect(keyOf({ person: 'Another' }, {}, ['b'])).not.toBe(keyOf({}, {}, ['b']));
  });

  test('tells the quote before from the one after', () => {
    expect(keyOf({}, {}, ['nobody', 'a', 'b'])).not.toBe(keyOf({}, {}, ['b', 'a', 'nobody']));
  });

  test('is another with the first subject, as pages then lead to an index of them', () => {
    expect(keyOf({}, { subjects: [] })).not.toBe(keyOf({}));
  });
});
