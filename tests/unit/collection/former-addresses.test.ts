import { describe, expect, test } from 'vitest';
import { emptyAddresses } from '../../../src/collection/address-ledger.ts';
import { assemble } from '../../../src/collection/assemble.ts';
import { updateAddresses } from '../../../src/collection/former-addresses.ts';
import type {
  AddressLedger,
  Collection,
  CollectionConfig,
  Ledger,
  QuoteEntry,
} from '../../../src/collection/model.ts';

type Fields = Partial<QuoteEntry>;

function entry(id: string, fields: Fields): QuoteEntry {
  const { text = `Words of ${id}.` } = fields;
  return { id, text, paragraphs: [], aliases: [], status: 'attributed', ...fields };
}

interface Given {
  quotes: Record<string, Fields>;
  about?: Partial<CollectionConfig>;
  ledger?: Ledger;
}

function collectionOf({ quotes, about, ledger }: Given, addresses?: AddressLedger): Collection {
  const entries = Object.entries(quotes).map(([id, fields], order) =>
    entry(id, { order, ...fields }),
  );
  return assemble(
    { title: 'T', lang: 'en', introduction: [], parts: [], subjects: [], ...about },
    entries,
    { ledger, addresses },
  );
}

const published = (given: Given, before = emptyAddresses, day = '2025-01-01') =>
  updateAddresses(collectionOf(given, before), before, day);

const slugs = (pages: { slug: string; name?: string; label?: string }[]) =>
  Object.fromEntries(pages.map(({ slug, name, label }) => [name ?? label, slug])) as object;

/** Where each former address leads: to a path, to a list of paths, or nowhere but to its own page. */
const leads = ({ former }: Collection) =>
  Object.fromEntries(
    former.map(({ kind, slug, to, instead }) => [
      `${kind}/${slug}`,
      to?.path ?? instead.map(({ path }) => path),
    ]),
  );

describe('labels with one slug', () => {
  const sharp = { a: { source: 'C#' }, b: { source: 'C++' } };

  test('keep their addresses when their quotes change places', () => {
    const addresses = published({ quotes: sharp });
    const { a, b } = sharp;
    const swapped = collectionOf({ quotes: { b, a } }, addresses);
    expect(slugs(swapped.sources)).toEqual({ 'C#': 'c', 'C++': 'c-2' });
  });

  test('keep them when the first of them is gone, whose address then stays free', () => {
    const addresses = published({ quotes: sharp });
    const left = collectionOf({ quotes: { b: sharp.b, d: { source: 'C' } } }, addresses);
    expect(slugs(left.sources)).toEqual({ 'C++': 'c-2', C: 'c-3' });
  });
});

describe('a renamed label', () => {
  const before = { a: { theme: 'On hope' }, b: { theme: 'On hope' }, c: { theme: 'On trust' } };

  test.each(['theme', 'source', 'person'] as const)('of a %s leads to the new one', (field) => {
    const addresses = published({
      quotes: { a: { [field]: 'Old' }, b: { [field]: 'Old' }, c: { [field]: 'Other' } },
    });
    const renamed = collectionOf(
      { quotes: { a: { [field]: 'New' }, b: { [field]: 'New' }, c: { [field]: 'Other' } } },
      addresses,
    );
    const kind = { theme: 'themes', source: 'sources', person: 'people' }[field];
    expect(leads(renamed)).toEqual({ [`${kind}/old`]: `${kind}/new` });
  });

  test('leads on after it is renamed once more, and after the ledger has grown', () => {
    const first = published({ quotes: before });
    const rename = (theme: string) => ({ ...before, a: { theme }, b: { theme } });
    const second = published({ quotes: rename('Courage') }, first);
    expect(second.labels['themes/hope']).toEqual({ label: 'On hope', to: 'themes/courage' });
    const third = collectionOf({ quotes: rename('Patience') }, second);
    expect(leads(third)).toEqual({
      'themes/courage': 'themes/patience',
      'themes/hope': 'themes/patience',
    });
  });

  test('keeps its address where the new one would have the same', () => {
    const addresses = published({ quotes: before });
    const renamed = collectionOf(
      { quotes: { ...before, a: { theme: 'Hope!' }, b: { theme: 'Hope!' } } },
      addresses,
    );
    expect(slugs(renamed.themes)).toEqual({ 'Hope!': 'hope', 'On trust': 'trust' });
    expect(renamed.former).toEqual([]);
  });

  test('has its address back when it is named as before', () => {
    const addresses = published({ quotes: before });
    const slip = { ...before, a: { theme: 'On hpoe' }, b: { theme: 'On hpoe' } };
    const back = collectionOf({ quotes: before }, published({ quotes: slip }, addresses));
    expect(slugs(back.themes)).toEqual({ 'On hope': 'hope', 'On trust': 'trust' });
    expect(leads(back)).toEqual({ 'themes/hpoe': 'themes/hope' });
  });

  test('is followed by a quote that was renamed at the same time', () => {
    const addresses = published({ quotes: { a: { theme: 'On hope' } } });
    const renamed = collectionOf(
      { quotes: { z: { theme: 'Courage', aliases: ['a'] } } },
      addresses,
    );
    expect(leads(renamed)).toEqual({ 'quotes/a': 'quotes/z', 'themes/hope': 'themes/courage' });
  });

  test('leads to what became of the new one, once that has no page either', () => {
    const first = published({ quotes: { a: { theme: 'On hope' }, b: { theme: 'On trust' } } });
    const renamed = { a: { theme: 'Courage' }, b: { theme: 'On trust' } };
    const second = published({ quotes: renamed }, first);
    const left = { quotes: { b: renamed.b }, ledger: { a: { gone: '2025-02-01' } } };
    const withdrawn = { 'quotes/a': [], 'themes/courage': [], 'themes/hope': 'themes/courage' };
    expect(leads(collectionOf(left, second))).toEqual(withdrawn);
    expect(leads(collectionOf(left, published(left, second)))).toEqual(withdrawn);
  });

  test('leads to a withdrawn quote, where the ledger says so, as to one that is there', () => {
    const addresses = published({ quotes: before });
    addresses.labels['themes/trust'] = { label: 'On trust', to: 'quotes/c' };
    const left = { quotes: { a: before.a }, ledger: { c: { gone: '2025-02-01' } } };
    const [trust] = collectionOf(left, addresses).former.filter(({ slug }) => slug === 'trust');
    expect(trust?.to).toEqual({ path: 'quotes/c', label: 'On trust' });
  });

  test('lists its quotes where they have no label in common, also after the ledger has grown', () => {
    const addresses = published({ quotes: before });
    const split = { ...before, a: { theme: 'Courage' }, b: { theme: 'Patience' } };
    const listed = { 'themes/hope': ['quotes/a', 'quotes/b'] };
    expect(leads(collectionOf({ quotes: split }, addresses))).toEqual(listed);
    const grown = published({ quotes: split }, addresses);
    expect(leads(collectionOf({ quotes: split }, grown))).toEqual(listed);
  });

  test('leads where the ledger says, whatever its quotes tell', () => {
    const addresses = published({ quotes: before });
    addresses.labels['themes/hope'] = { label: 'On hope', to: 'themes/trust' };
    const split = { ...before, a: { theme: 'Courage' }, b: { theme: 'Patience' } };
    expect(leads(collectionOf({ quotes: split }, addresses))).toEqual({
      'themes/hope': 'themes/trust',
    });
  });
});

describe('a part', () => {
  const parts = [
    { number: 1, title: 'One', slug: 'one' },
    { number: 2, title: 'Two', slug: 'two' },
  ];
  const addresses = published({ quotes: { a: { part: 1 }, b: { part: 2 } }, about: { parts } });

  test('that is merged into another leads there', () => {
    const merged = collectionOf(
      { quotes: { a: { part: 1 }, b: { part: 1 } }, about: { parts: parts.slice(0, 1) } },
      addresses,
    );
    expect(leads(merged)).toEqual({ 'parts/two': 'parts/one' });
  });

  test('that has another slug leads from the old one to the new', () => {
    const renamed = collectionOf(
      {
        quotes: { a: { part: 1 }, b: { part: 2 } },
        about: { parts: [parts[0]!, { number: 2, title: 'The second', slug: 'second' }] },
      },
      addresses,
    );
    expect(leads(renamed)).toEqual({ 'parts/two': 'parts/second' });
  });
});

describe('a subject', () => {
  const quotes = {
    a: { text: 'Spark at Berkeley.' },
    b: { text: 'Spark and Ray at Berkeley.' },
  };
  const berkeley = { term: 'Berkeley', match: ['Berkeley'] };
  const spark = { term: 'Spark', match: ['Spark'] };
  const addresses = published({ quotes, about: { subjects: [berkeley, spark] } });

  test('that is renamed leads to the one that its quotes did not have before', () => {
    const renamed = { ...spark, term: 'Apache Spark' };
    const collection = collectionOf(
      { quotes, about: { subjects: [berkeley, renamed] } },
      addresses,
    );
    expect(leads(collection)).toEqual({ 'subjects/spark': 'subjects/apache-spark' });
  });

  test('that is left out lists its quotes', () => {
    const collection = collectionOf({ quotes, about: { subjects: [berkeley] } }, addresses);
    expect(leads(collection)).toEqual({ 'subjects/spark': ['quotes/a', 'quotes/b'] });
  });
});

describe('a withdrawn quote', () => {
  const quotes = { a: { theme: 'On hope', source: 'S' }, b: { source: 'S' } };
  const ledger = { a: { gone: '2025-02-01', reason: 'Not hers.' }, b: { gone: '2025-02-01' } };
  const left = { quotes: { c: { source: 'S' } }, ledger };

  test('tells what it was and where to look instead', () => {
    const { former } = collectionOf(left, published({ quotes }));
    const instead = [{ path: 'sources/s', label: 'S' }];
    expect(former.slice(0, 2)).toEqual([
      {
        kind: 'quotes',
        slug: 'a',
        label: 'On hope',
        instead,
        gone: '2025-02-01',
        reason: 'Not hers.',
      },
      { kind: 'quotes', slug: 'b', label: 'Words of b.', instead, gone: '2025-02-01' },
    ]);
  });

  test('takes the page of a label along that no other quote has', () => {
    const addresses = published({ quotes });
    const [gone] = collectionOf(left, addresses).former.filter(({ kind }) => kind === 'themes');
    expect(gone).toEqual({ kind: 'themes', slug: 'hope', label: 'On hope', instead: [] });
    const grown = published(left, addresses, '2025-02-02');
    expect(grown.labels['themes/hope']).toEqual({ label: 'On hope', gone: '2025-02-02' });
  });
});

describe('the day on which an id was published', () => {
  const first = published({ quotes: { a: {} } });

  test('stays, and is that of the former id where a quote was renamed', () => {
    const grown = published({ quotes: { z: { aliases: ['a'] }, b: {} } }, first, '2025-03-01');
    const days = Object.entries(grown.quotes).map(([id, { added }]) => [id, added]);
    expect(days).toEqual([
      ['a', '2025-01-01'],
      ['b', '2025-03-01'],
      ['z', '2025-01-01'],
    ]);
    const { quotes } = collectionOf({ quotes: { a: {}, b: {} } }, grown);
    expect(quotes.map(({ added }) => added)).toEqual(['2025-01-01', '2025-03-01']);
  });
});
