import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/text/tokenize.ts';
import { createEngine } from './at-once.ts';
import { quotes, seed } from './seed.ts';

const data = seed();
const engine = createEngine(data);
const ids = (query: string) => engine.search(query).hits.map(({ document }) => document.id);
const kinds = (query: string) => engine.search(query).hits.map(({ match }) => match);

/** Searches some texts; the best match comes first. */
const found = (query: string, ...texts: string[]) =>
  createEngine(quotes(...texts))
    .search(query)
    .hits.map(({ document, match }) => `${match}: ${document.text}`);

describe('a quote is found', () => {
  test.each([
    ['by its words', 'murder mystery', 'debugging'],
    ['by its theme', 'founders scaling', 'founders-scaling'],
    ['by its source', 'mit chord project', 'the-future-of-the-internet'],
    [
      'by words of all fields together',
      'startup databricks pager',
      'the-transition-from-lab-to-company',
    ],
    ['with a typo in every word', 'murdre mistery', 'debugging'],
    ['by another form of its words', 'debugged a system', 'debugging'],
    ['by another form with a letter missing', 'stiched idle gpus', 'capacity-constraints'],
    ['while its last word is typed', 'infinite lap', 'the-infinite-laptop'],
    ['with a space missing', 'datagravity', 'data-gravity'],
    ['with a space and a letter missing', 'datagravty', 'data-gravity'],
    ['with a letter missing where words are joined', 'spinofs chaos', 'long-term-vision'],
    ['with an extra space', 'work load aws', 'automated-routing'],
    ['with an extra space and a letter missing', 'bottle nek', 'bottlenecks'],
    ['by a question', 'what did he say about moving data?', 'data-gravity'],
    ['by two words it compares', 'spark vs hadoop', 'iteration-speed'],
    ['by its words with a stop word between them', 'publishing vs. impact', 'publishing-vs-impact'],
    ['by the only rare word of a question', 'was mesos a problem', 'scheduling-frameworks'],
    ['with the person', 'ion stoica on data gravity', 'data-gravity'],
    ['with half of the name of the person', 'stoica murder mystery', 'debugging'],
    ['with the title of the collection', 'lessons from ion stoica debugging', 'debugging'],
  ])('%s', (_, query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  test('with or without the hyphen of a compound', () => {
    const first = ids('lock-in');
    expect(first).toContain('data-lock-in');
    expect(ids('lock in')).toEqual(first);
    expect(ids('open-source economics')[0]).toBe('open-source-economics');
    expect(ids('opensource economics')[0]).toBe('open-source-economics');
    expect(ids('open source economics')[0]).toBe('open-source-economics');
  });

  test.each([
    ['élégance', 'elegance', 'L’élégance'],
    ['economie', "l'économie", 'Toute l’économie du pays'],
    ['straße', 'STRASSE', 'Die Straße ist lang'],
    ['λογος', 'λόγος', 'Ὁ λόγος ἦν'],
    ['еще', 'ещё', 'Ещё раз'],
    ['学習', '機械学習', '機械学習は楽しい'],
    ['โลก', 'ชาวโลก', 'สวัสดีชาวโลก'],
  ])('in any language: %s and %s', (one, other, text) => {
    expect(found(one, text, 'Something else')).toHaveLength(1);
    expect(found(other, text, 'Something else')).toHaveLength(1);
  });
});

describe('the result', () => {
  test('lists the exact phrase first, then all words, then close matches', () => {
    expect(
      found(
        'open water',
        'Water is open to all',
        'A sail across opne watr',
        'The open water calls',
      ),
    ).toEqual([
      'phrase: The open water calls',
      'words: Water is open to all',
      'close: A sail across opne watr',
    ]);
  });

  test.each([
    ['an incomplete word in a finished query', 'open wate ', 'The open water calls'],
    ['words in another order', 'water open', 'The open water calls'],
    ['words apart', 'the water', 'The open water calls'],
  ])('is not a phrase because of %s', (_, query, text) => {
    expect(found(query, text, 'Else').filter((hit) => hit.startsWith('phrase'))).toEqual([]);
  });

  test('is not a phrase if it spans two fields', () => {
    const [quote] = quotes('Water calls').quotes;
    const { search } = createEngine({ parts: [], quotes: [{ ...quote!, theme: 'Open' }] });
    expect(search('open water').hits).toMatchObject([{ match: 'words' }]);
    expect(search('water calls').hits).toMatchObject([{ match: 'phrase' }]);
  });

  test('lists equal matches in reading order after the best', () => {
    const texts = Array.from({ length: 900 }, (_, at) => `Rain number ${at} on a roof`);
    const many = createEngine(quotes(...texts, 'A roof and rain'));
    const { hits } = many.search('roof rain', { limit: 3 });
    expect(hits.map(({ document }) => document.id)).toEqual(['0', '1', '2']);
    const best = many.search('roof and rain', { limit: 2 });
    expect(best.hits.map(({ document }) => document.id)).toEqual(['900', '0']);
  });

  test('has no close matches if enough quotes contain all words', () => {
    expect(new Set(kinds('distributed systems'))).toEqual(new Set(['phrase', 'words']));
  });

  test.each([
    'banana bread recipe',
    'qwrtz plmkj',
    'wie geht es dir',
    'Гулять под дождём',
    'elephant',
    'iron',
    'stoica banana bread recipe',
    '???',
    '',
  ])('is empty for %s', (query) => {
    expect(engine.search(query)).toMatchObject({ hits: [], total: 0, parts: [], sources: [] });
  });

  test('treats operators as text', () => {
    expect(ids('"data gravity" | !banana =x ^y')).toContain('data-gravity');
    expect(ids("'data 'gravity")).toEqual(ids('data gravity'));
  });

  test('has counts by part, source and person that ignore the filters', () => {
    const all = engine.search('bottleneck');
    const { hits, total, parts, sources } = engine.search('bottleneck', { part: 2 });
    expect(new Set(hits.map(({ document }) => document.part))).toEqual(new Set([2]));
    expect(total).toBe(hits.length);
    expect(total).toBeLessThan(all.total);
    expect(parts).toEqual(all.parts);
    expect(sources).toEqual(all.sources);
    expect(all.parts.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    expect(all.parts).toContainEqual({ value: 2, count: total });

    const narrowed = engine.search('bottleneck', { source: 'USENIX ATC' });
    expect(narrowed.hits.map(({ document }) => document.id)).toEqual(['bottlenecks']);
    expect(all.sources).toContainEqual({ value: 'USENIX ATC', count: 1 });
  });

  test('has hits up to the limit and counts all', () => {
    const { hits, total } = engine.search('the', { limit: 5 });
    expect(hits).toHaveLength(5);
    expect(total).toBeGreaterThan(60);
    expect(engine.search('the', { limit: 1000 }).hits).toHaveLength(total);
    expect(engine.search('the', { limit: 0 }).hits).toEqual([]);
  });
});

describe('a missing word', () => {
  const texts = ['Spark is faster than Hadoop', 'Hadoop writes to disk', 'Rain on the roof'];
  const search = (query: string) => createEngine(quotes(...texts)).search(query);

  test('does not hide what the others find, and is listed', () => {
    const { hits, missing } = search('why does Spark beat Hadoop?');
    expect(hits[0]).toMatchObject({ document: { text: texts[0] }, match: 'close' });
    expect(missing).toEqual(['beat']);
  });

  test('is not listed if a quote contains all words', () => {
    expect(search('spark hadoop').missing).toEqual([]);
  });

  test('is not listed if nothing is found', () => {
    expect(search('banana bread')).toMatchObject({ hits: [], missing: [] });
  });
});

test.each(['rain boots and umbrellas', 'cover letter for nurses', 'world cup final'])(
  'a single known word among unknown ones finds nothing: %s',
  (query) => {
    expect(engine.search(query).hits).toEqual([]);
  },
);

describe('a finished word', () => {
  const { search } = createEngine(quotes('Hardware is cheap', 'Software is not'));

  test('is the prefix of another one only as a close match', () => {
    expect(search('hard').hits).toMatchObject([{ match: 'phrase' }]);
    expect(search('hard ').hits.filter(({ match }) => match !== 'close')).toEqual([]);
  });
});

describe('a letter, a number or a symbol finds only itself', () => {
  const texts = [
    'Learn C++ first',
    'C# is another',
    'The kernel is C',
    'Call me at 3 AM',
    'A 5-year plan',
    'Ship it 🚀',
    'It costs €7',
  ];

  test.each([
    ['c++', 0],
    ['C#', 1],
    ['c', 2],
    ['3am', 3],
    ['5yr', 4],
    ['🚀', 5],
    ['€', 6],
  ])('%s', (query, place) => {
    expect(found(query, ...texts)[0]).toMatch(texts[place]!);
    expect(found(query, ...texts)).toHaveLength(1);
  });
});

describe('a number', () => {
  const [pager, rain, sun] = quotes('Answer the pager at 3 AM', 'Rain', 'Sun').quotes;
  const open = () =>
    createEngine({
      parts: [
        { number: 3, title: 'Nature', label: 'Part 3' },
        { number: 4, title: 'Stars', label: 'Part 4' },
      ],
      quotes: [
        { ...pager!, part: 4 },
        { ...rain!, part: 3 },
        { ...sun!, part: 4 },
      ],
    });
  const found = (query: string) =>
    open()
      .search(query)
      .hits.map(({ document, match }) => `${match}: ${document.text}`);

  test.each(['3 am', '3', 'at 3'])('that a quote contains does not mean a part: %s', (query) => {
    expect(found(query)).toEqual(['phrase: Answer the pager at 3 AM']);
  });

  test.each(['part 3', 'Part 3 ', 'part3', 'nature part 3'])(
    'after the word for a part means a part: %s',
    (query) => {
      expect(found(query).filter((hit) => !hit.startsWith('close'))).toEqual(['words: Rain']);
    },
  );

  test.each(['part', 'par', 'Part '])('is needed to find a part: %s', (query) => {
    expect(found(query)).toEqual([]);
  });

  test('that no quote contains means a part', () => {
    expect(found('4')).toEqual(['words: Answer the pager at 3 AM', 'words: Sun']);
  });

  test('does not match another number', () => {
    const { search } = createEngine({
      parts: [{ number: 2, title: '' }],
      quotes: quotes('Written in 1998', 'Lost in 2 days').quotes.map((quote) => ({
        ...quote,
        part: 2,
      })),
    });
    expect(search('1999').hits).toEqual([]);
    expect(search('1998').hits).toMatchObject([{ match: 'phrase' }]);
    expect(search('2 days').hits).toMatchObject([{ match: 'phrase' }]);
  });
});

describe('an abbreviation that a quote explains', () => {
  const texts = ['A large language model (LLM) reads', 'LLMs write', 'Language models of old'];

  test.each([
    ['llm', [texts[0], texts[1]]],
    ['large language model', [texts[0], texts[1]]],
  ])('finds either form: %s', (query, expected) => {
    const exact = found(query, ...texts).filter((hit) => !hit.startsWith('close'));
    expect(exact.map((hit) => hit.replace(/^\w+: /, '')).toSorted()).toEqual(expected.toSorted());
  });
});

describe('two neighbouring letters of a script without spaces find a text', () => {
  test.each([
    ['里之', '千里之行，始于足下'],
    ['足下', '千里之行，始于足下'],
    ['작이', '시작이 반이다'],
    ['ขึ้นใ', 'น้ำขึ้นให้รีบตัก'],
    ['ហូរ', 'ទឹកហូរឥតឈប់'],
  ])('%s in %s', (query, text) => {
    expect(found(query, text, '吾輩は猫である')).toEqual([`phrase: ${text}`]);
  });
});

test.each([
  ['علم', 'قال إن العلم نور'],
  ['والصبر', 'الصبر مفتاح الفرج'],
  ['רעיון', 'הרעיון הטוב בא בלילה'],
])('proclitics of Arabic and Hebrew words give a close match: %s', (query, text) => {
  expect(found(query, text, 'Else')).toEqual([`close: ${text}`]);
});

test('quotes without part, theme and source are found, and are not counted for these', () => {
  const { search } = createEngine({
    parts: [],
    quotes: [
      { id: 'a', text: 'One rose', person: 'Ada' },
      { id: 'b', text: 'A rose', source: 'Letters', person: 'Bo' },
    ],
  });
  expect(search('rose')).toMatchObject({
    total: 2,
    parts: [],
    sources: [{ value: 'Letters', count: 1 }],
    people: [
      { value: 'Ada', count: 1 },
      { value: 'Bo', count: 1 },
    ],
  });
  expect(search('rose', { person: 'Bo' }).hits).toMatchObject([{ document: { id: 'b' } }]);
});

describe('names', () => {
  const [calculus, engine, fairy] = quotes(
    'A calculus of reason',
    'An engine',
    'Sums by Ada',
  ).quotes;
  const open = () =>
    createEngine({
      title: 'Reason and Machines',
      person: 'Ada Lovelace',
      parts: [{ number: 1, title: '' }],
      quotes: [
        calculus!,
        { ...engine!, person: 'Charles Babbage' },
        { ...fairy!, subjects: ['Arithmetic'] },
      ],
    });
  const idsOf = (query: string) =>
    open()
      .search(query)
      .hits.map(({ document }) => document.id);

  test.each([
    ['of the person of the collection', 'lovelace', ['0', '2']],
    ['of the person of a quote', 'charles babbage engine', ['1']],
    ['of a subject', 'arithmetic sums', ['2']],
    ['in the title that no quote contains', 'machines', ['0', '1', '2']],
    ['in the title that a quote contains', 'reason', ['0']],
  ])('%s find its quotes: %s', (_, query, expected) => {
    expect(idsOf(query)).toEqual(expected);
  });

  test('that all quotes share are suggested if they are misspelt, but find nothing', () => {
    const { search } = createEngine(data);
    expect(search('stoika')).toMatchObject({ total: 0, suggestion: 'stoica' });
    expect(search('disk io').total).toBeLessThan(5);
  });

  test('that all quotes share find them in reading order', () => {
    const { hits } = createEngine(data).search('ion stoica', { limit: data.quotes.length });
    expect(hits.map(({ document }) => document)).toEqual(data.quotes);
  });
});

describe('another spelling is suggested', () => {
  test.each([
    ['murdre mistery', 'murder mystery'],
    ['infinte labtop', 'infinite laptop'],
    ['what is egrress', 'what is egress'],
    ['bottle nek', 'bottleneck'],
  ])('for %s: %s', (query, suggestion) => {
    expect(engine.search(query).suggestion).toBe(suggestion);
  });

  test('with the accents in the quotes', () => {
    const { search } = createEngine(quotes('L’Élégance même', 'Autre chose'));
    expect(search('elegamce').suggestion).toBe('élégance');
  });

  test.each(['murder mystery', 'debugged', 'infin', 'banana bread recipe'])(
    'not for %s',
    (query) => {
      expect(engine.search(query)).toHaveProperty('suggestion', undefined);
    },
  );
});

describe('a long query', () => {
  test('is cut to its first hundred characters', () => {
    const { text } = data.quotes.find(({ id }) => id === 'measuring-performance')!;
    expect(text.length).toBeGreaterThan(100);
    expect(ids(text)[0]).toBe('measuring-performance');
    expect(ids(`${'𝒳'.repeat(99)} murder`)).toEqual([]);
  });

  test.each([
    ['letters', 'a'.repeat(10_000)],
    ['one repeated word', 'data '.repeat(2_000)],
    ['single letters', 'a '.repeat(5_000)],
    ['symbols', '(.*)+?[^$\\'.repeat(1_000)],
    ['combining marks', '\u0301'.repeat(10_000)],
    ['lone surrogates', '\ud83d'.repeat(10_000)],
  ])('of %s causes no error', (_, query) => {
    expect(() => engine.search(query)).not.toThrow();
  });
});

describe('for any query', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

  test('there is an answer', () => {
    fc.assert(
      fc.property(text, (query) => {
        const { hits, total } = engine.search(query);
        expect(hits.length).toBeLessThanOrEqual(total);
      }),
    );
  });

  test('there is an answer from any collection', () => {
    fc.assert(
      fc.property(fc.array(text), text, (texts, query) => {
        const { search } = createEngine(quotes(...texts));
        expect(search(query).hits.length).toBeLessThanOrEqual(texts.length);
      }),
    );
  });

  test('the answer does not depend on earlier queries', () => {
    fc.assert(
      fc.property(fc.constantFrom('data', 'murdre', 'the', 'zzz'), text, (query, other) => {
        const before = engine.search(query);
        engine.search(other);
        expect({ ...engine.search(query), highlight: before.highlight }).toEqual(before);
      }),
    );
  });
});

const anyQuote = fc.constantFrom(...data.quotes);
const wordsOf = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));

test('any word of a quote finds it', () => {
  const wordOfQuote = anyQuote.chain((quote) =>
    fc.tuple(
      fc.constant(quote),
      fc.constantFrom(...wordsOf(`${quote.theme} ${quote.text} ${quote.source}`)),
    ),
  );
  fc.assert(
    fc.property(wordOfQuote, ([quote, word]) => {
      const { hits } = engine.search(word, { limit: data.quotes.length });
      expect(hits.map(({ document }) => document)).toContain(quote);
    }),
  );
});

test('any three consecutive words of a quote find it as a phrase', () => {
  const phraseOfQuote = anyQuote.chain((quote) => {
    const all = wordsOf(quote.text);
    return fc.tuple(
      fc.constant(quote),
      fc.nat(all.length - 3).map((start) => all.slice(start, start + 3).join(' ')),
    );
  });
  fc.assert(
    fc.property(phraseOfQuote, ([document, phrase]) => {
      expect(engine.search(phrase).hits).toContainEqual({ document, match: 'phrase' });
    }),
  );
});

test('two words do not match a word with the stem of the first', () => {
  const idsOf = (query: string) => engine.search(query).hits.map(({ document }) => document.id);
  expect(idsOf('without tables')).toEqual(idsOf('tables without'));
});

test('the order of finished words does not change which quotes contain them all', () => {
  const shuffled = anyQuote.chain(({ text }) =>
    fc
      .shuffledSubarray(
        wordsOf(text).filter((word) => word.length > 4),
        { minLength: 2, maxLength: 4 },
      )
      .map((some) => some.join(' ')),
  );
  const idsWithAll = (query: string) =>
    engine
      // Every theme begins with “On”; here it finishes the word before it.
      .search(`${query} on`)
      .hits.filter(({ match }) => match !== 'close')
      .map(({ document }) => document.id)
      .toSorted();
  fc.assert(
    fc.property(shuffled, (query) => {
      expect(idsWithAll(query.split(' ').toReversed().join(' '))).toEqual(idsWithAll(query));
    }),
  );
});
