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
  config?: Partial<CollectionConfig>;
  ledger?: Ledger;
}

function collectionOf({ quotes, config, ledger }: Given, addresses?: AddressLedger): Collection {
  const entries = Object.entries(quotes).map(([id, fields], order) =>
    entry(id, { order, ...fields }),
  );
  return assemble(
    { title: 'T', lang: 'en', introduction: [], parts: [], subjects: [], ...config },
    entries,
    { ledger, addresses },
  );
}

const published = (given: Given, before = emptyAddresses, day = '2025-01-01') =>
  updateAddresses(collectionOf(given, before), before, day);

const slugs = (pages: { slug: string; name?: string; label?: string }[]) =>
  Object.fromEntries(pages.map(({ slug, name, label }) => [name ?? label, slug])) as object;

/** Where each former address leads: a path, a list of paths, or only a notice. */
const leads = ({ former }: Collection) =>
  Object.fromEntries(
    former.map(({ kind, slug, to, instead }) => [
      `${kind}/${slug}`,
      to?.path ?? instead.map(({ path }) => path),
    ]),
  );

describe('labels with the same slug', () => {
  const sharp = { a: { source: 'C#' }, b: { source: 'C++' } };

  test('keep their addresses if their quotes change places', () => {
    const addresses = published({ quotes: sharp });
    const { a, b } = sharp;
    const swapped = collectionOf({ quotes: { b, a } }, addresses);
    expect(slugs(swapped.sources)).toEqual({ 'C#': 'c', 'C++': 'c-2' });
  });

  test('keep them if the first label is removed, and nobody gets its address', () => {
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

  test('still leads there after another rename, and after the ledger has been updated', () => {
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

  test('keeps its address if the new label has the same slug', () => {
    const addresses = published({ quotes: before });
    const renamed = collectionOf(
      { quotes: { ...before, a: { theme: 'Hope!' }, b: { theme: 'Hope!' } } },
      addresses,
    );
    expect(slugs(renamed.themes)).toEqual({ 'Hope!': 'hope', 'On trust': 'trust' });
    expect(renamed.former).toEqual([]);
  });

  test('gets its address back if the rename is undone', () => {
    const addresses = published({ quotes: before });
    const slip = { ...before, a: { theme: 'On hpoe' }, b: { theme: 'On hpoe' } };
    const back = collectionOf({ quotes: before }, published({ quotes: slip }, addresses));
    expect(slugs(back.themes)).toEqual({ 'On hope': 'hope', 'On trust': 'trust' });
    expect(leads(back)).toEqual({ 'themes/hpoe': 'themes/hope' });
  });

  test('is recognized even if its quote was renamed at the same time', () => {
    const addresses = published({ quotes: { a: { theme: 'On hope' } } });
    const renamed = collectionOf(
      { quotes: { z: { theme: 'Courage', aliases: ['a'] } } },
      addresses,
    );
    expect(leads(renamed)).toEqual({ 'quotes/a': 'quotes/z', 'themes/hope': 'themes/courage' });
  });

  test('leads to the successor of the new label if that was renamed too', () => {
    const first = published({ quotes: { a: { theme: 'On hope' }, b: { theme: 'On trust' } } });
    const renamed = { a: { theme: 'Courage' }, b: { theme: 'On trust' } };
    const second = published({ quotes: renamed }, first);
    const left = { quotes: { b: renamed.b }, ledger: { a: { gone: '2025-02-01' } } };
    const withdrawn = { 'quotes/a': [], 'themes/courage': [], 'themes/hope': 'themes/courage' };
    expect(leads(collectionOf(left, second))).toEqual(withdrawn);
    expect(leads(collectionOf(left, published(left, second)))).toEqual(withdrawn);
  });

  test('leads to a withdrawn quote if the ledger says so', () => {
    const addresses = published({ quotes: before });
    addresses.labels['themes/trust'] = { label: 'On trust', to: 'quotes/c' };
    const left = { quotes: { a: before.a }, ledger: { c: { gone: '2025-02-01' } } };
    const [trust] = collectionOf(left, addresses).former.filter(({ slug }) => slug === 'trust');
    expect(trust?.to).toEqual({ path: 'quotes/c', label: 'On trust' });
  });

  test('lists its quotes if they have no label in common, also after the ledger has been updated', () => {
    const addresses = published({ quotes: before });
    const split = { ...before, a: { theme: 'Courage' }, b: { theme: 'Patience' } };
    const listed = { 'themes/hope': ['quotes/a', 'quotes/b'] };
    expect(leads(collectionOf({ quotes: split }, addresses))).toEqual(listed);
    const grown = published({ quotes: split }, addresses);
    expect(leads(collectionOf({ quotes: split }, grown))).toEqual(listed);
  });

  test('leads where the ledger says, regardless of its quotes', () => {
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
  const addresses = published({ quotes: { a: { part: 1 }, b: { part: 2 } }, config: { parts } });

  test('that is merged into another one leads there', () => {
    const merged = collectionOf(
      { quotes: { a: { part: 1 }, b: { part: 1 } }, config: { parts: parts.slice(0, 1) } },
      addresses,
    );
    expect(leads(merged)).toEqual({ 'parts/two': 'parts/one' });
  });

  test('with a new slug leads from the old slug to the new one', () => {
    const renamed = collectionOf(
      {
        quotes: { a: { part: 1 }, b: { part: 2 } },
        config: { parts: [parts[0]!, { number: 2, title: 'The second', slug: 'second' }] },
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
  const addresses = published({ quotes, config: { subjects: [berkeley, spark] } });

  test('that is renamed leads to the subject that its quotes did not have before', () => {
    const renamed = { ...spark, term: 'Apache Spark' };
    const collection = collectionOf(
      { quotes, config: { subjects: [berkeley, renamed] } },
      addresses,
    );
    expect(leads(collection)).toEqual({ 'subjects/spark': 'subjects/apache-spark' });
  });

  test('that is removed lists its quotes', () => {
    const collection = collectionOf({ quotes, config: { subjects: [berkeley] } }, addresses);
    expect(leads(collection)).toEqual({ 'subjects/spark': ['quotes/a', 'quotes/b'] });
  });
});

describe('a withdrawn quote', () => {
  const quotes = { a: { theme: 'On hope', source: 'S' }, b: { source: 'S' } };
  const ledger = { a: { gone: '2025-02-01', reason: 'Not hers.' }, b: { gone: '2025-02-01' } };
  const left = { quotes: { c: { source: 'S' } }, ledger };

  test('has its former title and pages to suggest', () => {
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

  test('also removes the page of a label that no other quote has', () => {
    const addresses = published({ quotes });
    const [gone] = collectionOf(left, addresses).former.filter(({ kind }) => kind === 'themes');
    expect(gone).toEqual({ kind: 'themes', slug: 'hope', label: 'On hope', instead: [] });
    const grown = published(left, addresses, '2025-02-02');
    expect(grown.labels['themes/hope']).toEqual({ label: 'On hope', gone: '2025-02-02' });
  });
});

describe('the day on which an id was published', () => {
  const first = published({ quotes: { a: {} } });

  test('does not change, not even if the quote is renamed', () => {
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
