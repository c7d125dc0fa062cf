import { describe, expect, test } from 'vitest';
import { withMentions } from '../../../src/collection/highlight-mentions.ts';
import type { CollectionConfig, Inline } from '../../../src/collection/model.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { gatherSubjects, nearestSubjects, seeAlso } from '../../../src/collection/subjects.ts';
import { checkSubjects } from '../../../src/loader/cross-file-rules.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';
import { reported } from '../loader/reported.ts';
import { collectionOf } from './quotes.ts';

const terms = (list: { label: string }[]) => list.map(({ label }) => label);
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('the subjects of a collection', () => {
  test('are sorted as an index, with their quotes in reading order', () => {
    const { subjects } = collectionOf(
      { one: 'Ray runs.', two: 'Spark and Ray.', three: 'An array.' },
      { Ray: ['Ray'], 'Apache Spark': ['Spark'] },
    );
    expect(terms(subjects)).toEqual(['Apache Spark', 'Ray']);
    expect(ids(subjects[1]!.quotes)).toEqual(['one', 'two']);
  });

  test('are listed by each quote', () => {
    const { quotes } = collectionOf(
      { one: 'Spark and Ray.', two: 'Nothing.' },
      { Ray: ['Ray'], Spark: ['Spark'] },
    );
    expect(quotes.map(({ subjects }) => terms(subjects))).toEqual([['Ray', 'Spark'], []]);
  });

  test('give their search words to quotes that mention them in text, theme or source', () => {
    const subjects = [
      { term: 'a16z', match: ['a16z'], search: ['Andreessen Horowitz'] },
      { term: 'Ray', match: ['Ray'] },
    ];
    const { quotes } = collectionOf({ a16z: 'Ray runs.', ray: 'Ray runs.' });
    gatherSubjects({ title: '', lang: 'en', introduction: [], parts: [], subjects }, quotes);
    expect(quotes.map(({ searchWords }) => searchWords)).toEqual([['Andreessen Horowitz'], []]);
  });

  test('have unique slugs in any script, which do not depend on other subjects being mentioned', () => {
    const { subjects } = collectionOf(
      { one: 'C++ and 数据' },
      { 'C#': ['C#'], 'C++': ['C++'], 数据: ['数据'] },
    );
    expect(subjects.map(({ slug }) => slug)).toEqual(['c-2', 'shuju']);
  });

  test('do not include those that no quote mentions', () => {
    expect(collectionOf({ one: 'Ray.' }, { Mesos: ['Mesos'] }).subjects).toEqual([]);
  });
});

describe('the check of subjects', () => {
  const warnings = (texts: Record<string, string>, subjects: CollectionConfig['subjects']) => {
    const matches = Object.fromEntries(subjects.map(({ term, match }) => [term, match]));
    const collection = collectionOf(texts, matches);
    return reported((report) =>
      checkSubjects({ ...collection, parts: [], subjects }, collection, report),
    );
  };

  test('warns of a subject that no quote mentions', () => {
    expect(warnings({ one: 'Ray.' }, [{ term: 'Mesos', match: ['Mesos'] }])).toEqual([
      'collection.yaml: warning: subjects: names Mesos, which no quote mentions. Correct the words that match it, or remove the subject.',
    ]);
  });

  test('warns of a subject that half of the quotes mention', () => {
    const subjects = [
      { term: 'Ray', match: ['Ray'] },
      { term: 'Spark', match: ['Spark'] },
    ];
    const ray = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, `Ray ${id}.`]);
    const others = ['g', 'h', 'i', 'j', 'k'].map((id) => [id, `Mesos ${id}.`]);
    const texts = Object.fromEntries([...ray, ...others]) as Record<string, string>;
    // In smaller collections two mentions may already be half of the quotes.
    expect(warnings({ ...texts, a: 'Spark.' }, subjects)).toEqual([]);
    expect(warnings({ ...texts, l: 'Spark.' }, subjects)).toEqual([
      expect.stringContaining('names Ray, which 6 of 12 quotes mention.'),
    ]);
  });

  test('warns of a term that is listed twice', () => {
    const twice = [
      { term: 'Ray', match: ['Ray'] },
      { term: 'ray', match: ['Ray'] },
    ];
    expect(warnings({ one: 'Ray.', two: 'A', three: 'B' }, twice)).toContainEqual(
      expect.stringContaining('names ray twice. Merge the two.'),
    );
  });

  test('runs when a collection is read', () => {
    const folder = temporaryFolder();
    const config = `title: A book
person: A person
lang: en
introduction: A book.
parts: [{ number: 1, title: The part, slug: the-part }]
subjects:
  - { term: Mesos, match: [Mesos] }
  - { term: Talks, match: [A talk], search: [speech, lecture] }
  - { term: Nothing, match: [Nothing], search: [speech, silence] }
`;
    const quote = `---\npart: 1\ntheme: On data\nsource: A talk\n---\n\nMoving data.\n`;
    writeFiles(
      folder,
      new Map([
        ['collection.yaml', config],
        ['quotes/data.md', quote],
        ['quotes/other.md', '---\npart: 1\n---\n\nOther words.\n'],
      ]),
    );
    const { collection, problems } = readCollection(folder);
    expect(collection!.subjects).toEqual([]);
    // A subject with search words that only a theme or source mentions is useful.
    expect(problems.map(({ message }) => message)).toEqual([
      'names Mesos, which no quote mentions.',
      'names Nothing, which no quote mentions.',
    ]);
  });

  test('finds nothing wrong with one quote that has a subject', () => {
    expect(warnings({ one: 'Ray.' }, [{ term: 'Ray', match: ['Ray'] }])).toEqual([]);
  });
});

describe('see also', () => {
  test('lists the themes and sources that lead to other quotes', () => {
    const collection = collectionOf(
      { data: 'It has gravity.', size: 'Moving data.', form: 'It matters.' },
      { data: ['data'] },
    );
    const links = seeAlso(collection, collection.subjects[0]!);
    expect(links.map(({ text }) => text)).toEqual(['On data', 'Source of data']);
  });

  test('omits those whose quotes are already listed', () => {
    const collection = collectionOf({ data: 'Moving data.' }, { data: ['data'] });
    expect(seeAlso(collection, collection.subjects[0]!)).toEqual([]);
  });
});

test('the subjects nearest to one share most quotes for their size', () => {
  const { subjects } = collectionOf(
    { one: 'Ray, Spark, AI', two: 'Ray, Spark, AI', three: 'AI', four: 'AI', five: 'Mesos' },
    { Ray: ['Ray'], Spark: ['Spark'], AI: ['AI'], Mesos: ['Mesos'] },
  );
  const ray = subjects.find(({ label }) => label === 'Ray')!;
  expect(terms(nearestSubjects(ray, 5))).toEqual(['Spark', 'AI']);
});

describe('the marked quotes of a subject', () => {
  const markedUp = (inlines: Inline[]): string =>
    inlines
      .map((inline) => {
        if ('children' in inline) return `*${markedUp(inline.children)}*`;
        if (inline.type === 'break') return '\n';
        return inline.marked ? `[${inline.value}]` : inline.value;
      })
      .join('');

  test('are typeset as if nothing were marked', () => {
    const { subjects } = collectionOf(
      { one: `'Spark' wins -- "Spark's" way.` },
      { Spark: ['Spark'] },
      'de',
    );
    const [quote] = withMentions(subjects[0]!);
    expect(quote!.paragraphs.map(markedUp)).toEqual(['‚[Spark]‘ wins – ‚[Spark]’s‘ way.']);
  });

  test('keep their markup if a mention spans it', () => {
    const { subjects } = collectionOf(
      { one: 'On Apache Spark today.' },
      { Spark: ['Apache Spark'] },
    );
    const [subject] = subjects;
    subject!.quotes[0]!.paragraphs = [
      [
        { type: 'text', value: 'On ' },
        { type: 'emphasis', children: [{ type: 'text', value: 'the Apache' }] },
        { type: 'text', value: ' Spark today.' },
      ],
    ];
    expect(withMentions(subject!)[0]!.paragraphs.map(markedUp)).toEqual([
      'On *the [Apache]*[ Spark] today.',
    ]);
  });
});
