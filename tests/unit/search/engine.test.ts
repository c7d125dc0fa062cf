import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/text/tokenize.ts';
import { createEngine } from './at-once.ts';
import { quotes, seed } from './seed.ts';

const data = seed();
const engine = createEngine(data);
const ids = (query: string) => engine.search(query).hits.map(({ document }) => document.id);
const kinds = (query: string) => engine.search(query).hits.map(({ match }) => match);

/** What is found of some texts, the best first. */
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
    ['with a letter missing where pieces are joined', 'spinofs chaos', 'long-term-vision'],
    ['with a space too many', 'work load aws', 'automated-routing'],
    ['with a space too many and a letter missing', 'bottle nek', 'bottlenecks'],
    ['by a question', 'what did he say about moving data?', 'data-gravity'],
    ['by two words it compares', 'spark vs hadoop', 'iteration-speed'],
    [
      'by its words between which a little one stands',
      'publishing vs. impact',
      'publishing-vs-impact',
    ],
    ['by the only rare word of a question', 'was mesos a problem', 'scheduling-frameworks'],
    ['with the person', 'ion stoica on data gravity', 'data-gravity'],
    ['with half of the person', 'stoica murder mystery', 'debugging'],
    ['with the title of the collection', 'lessons from ion stoica debugging', 'debugging'],
  ])('%s', (_, query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  test('whether or not a compound is hyphenated', () => {
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

describe('what is found', () => {
  test('begins with the exact phrase, then has all words, then comes close', () => {
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
    ['a word that is only begun in a finished query', 'open wate ', 'The open water calls'],
    ['words in another order', 'water open', 'The open water calls'],
    ['words apart', 'the water', 'The open water calls'],
  ])('is no phrase by %s', (_, query, text) => {
    expect(found(query, text, 'Else').filter((hit) => hit.startsWith('phrase'))).toEqual([]);
  });

  test('is no phrase across two fields', () => {
    const [quote] = quotes('Water calls').quotes;
    const { search } = createEngine({ parts: [], quotes: [{ ...quote!, theme: 'Open' }] });
    expect(search('open water').hits).toMatchObject([{ match: 'words' }]);
    expect(search('water calls').hits).toMatchObject([{ match: 'phrase' }]);
  });

  test('of many alike is in reading order after the best', () => {
    const texts = Array.from({ length: 900 }, (_, at) => `Rain number ${at} on a roof`);
    const many = createEngine(quotes(...texts, 'A roof and rain'));
    const { hits } = many.search('roof rain', { limit: 3 });
    expect(hits.map(({ document }) => document.id)).toEqual(['0', '1', '2']);
    const best = many.search('roof and rain', { limit: 2 });
    expect(best.hits.map(({ document }) => document.id)).toEqual(['900', '0']);
  });

  test('is not padded with close matches where enough quotes hold all words', () => {
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
  ])('is nothing for %s', (query) => {
    expect(engine.search(query)).toMatchObject({ hits: [], total: 0, parts: [], sources: [] });
  });

  test('takes operators for text', () => {
    expect(ids('"data gravity" | !banana =x ^y')).toContain('data-gravity');
    expect(ids("'data 'gravity")).toEqual(ids('data gravity'));
  });

  test('is counted by part, source and person before it is narrowed to one', () => {
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

  test('is shown up to the limit and counted beyond it', () => {
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

  test('does not hide what the others find, and is named', () => {
    const { hits, missing } = search('why does Spark beat Hadoop?');
    expect(hits[0]).toMatchObject({ document: { text: texts[0] }, match: 'close' });
    expect(missing).toEqual(['beat']);
  });

  test('is not named where a quote has all', () => {
    expect(search('spark hadoop').missing).toEqual([]);
  });

  test('is not named where nothing is found', () => {
    expect(search('banana bread')).toMatchObject({ hits: [], missing: [] });
  });

  test.each(['rain boots and umbrellas', 'cover letter for nurses', 'world cup final'])(
    'among many unknown ones, one known word finds nothing: %s',
    (query) => {
      expect(engine.search(query).hits).toEqual([]);
    },
  );
});

describe('a finished word', () => {
  const { search } = createEngine(quotes('Hardware is cheap', 'Software is not'));

  test('is the beginning of another one only as a close match', () => {
    expect(search('hard').hits).toMatchObject([{ match: 'phrase' }]);
    expect(search('hard ').hits.filter(({ match }) => match !== 'close')).toEqual([]);
  });
});

describe('a letter, a number or a symbol is read as itself', () => {
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

  test.each(['3 am', '3', 'at 3'])('that a quote contains is not that of a part: %s', (query) => {
    expect(found(query)).toEqual(['phrase: Answer the pager at 3 AM']);
  });

  test.each(['part 3', 'Part 3 ', 'part3', 'nature part 3'])(
    'is that of a part after its name: %s',
    (query) => {
      expect(found(query).filter((hit) => !hit.startsWith('close'))).toEqual(['words: Rain']);
    },
  );

  test.each(['part', 'par', 'Part '])('is needed to name a part: %s', (query) => {
    expect(found(query)).toEqual([]);
  });

  test('that no quote contains is that of a part', () => {
    expect(found('4')).toEqual(['words: Answer the pager at 3 AM', 'words: Sun']);
  });

  test('of a year is not that of another year, nor of a part', () => {
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
    const surely = found(query, ...texts).filter((hit) => !hit.startsWith('close'));
    expect(surely.map((hit) => hit.replace(/^\w+: /, '')).toSorted()).toEqual(expected.toSorted());
  });
});

describe('any two neighbouring letters of a script without spaces find a text', () => {
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
])('what Arabic and Hebrew write onto a word leaves a close match: %s', (query, text) => {
  expect(found(query, text, 'Else')).toEqual([`close: ${text}`]);
});

test('quotes without part, theme and source are found, and counted where they have them', () => {
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
    ['of the person that the collection is of', 'lovelace', ['0', '2']],
    ['of the person whose own quote it is', 'charles babbage engine', ['1']],
    ['of a subject', 'arithmetic sums', ['2']],
    ['in the title that no quote says', 'machines', ['0', '1', '2']],
    ['in the title that a quote says', 'reason', ['0']],
  ])('%s find its quotes: %s', (_, query, expected) => {
    expect(idsOf(query)).toEqual(expected);
  });

  test('that all quotes share are suggested where they are misspelt, and find none', () => {
    const { search } = createEngine(data);
    expect(search('stoika')).toMatchObject({ total: 0, suggestion: 'stoica' });
    expect(search('disk io').total).toBeLessThan(5);
  });

  test('that all quotes share find them in their order', () => {
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

  test('with the accents of the quotes', () => {
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
  test('is searched by its first hundred characters', () => {
    const { text } = data.quotes.find(({ id }) => id === 'measuring-performance')!;
    expect(text.length).toBeGreaterThan(100);
    expect(ids(text)[0]).toBe('measuring-performance');
    expect(ids(`${'𝒳'.repeat(99)} murder`)).toEqual([]);
  });

  test.each([
    ['letters', 'a'.repeat(10_000)],
    ['one word again and again', 'data '.repeat(2_000)],
    ['single letters', 'a '.repeat(5_000)],
    ['symbols', '(.*)+?[^$\\'.repeat(1_000)],
    ['combining marks', '\u0301'.repeat(10_000)],
    ['half a character', '\ud83d'.repeat(10_000)],
  ])('of %s is answered at once', (_, query) => {
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

  test('the answer does not depend on what was asked before', () => {
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

test('any three words of a quote in a row find it as a phrase', () => {
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

test('two words are not taken for one whose stem is the first of them', () => {
  const idsOf = (query: string) => engine.search(query).hits.map(({ document }) => document.id);
  expect(idsOf('without tables')).toEqual(idsOf('tables without'));
});

test('the order of finished words does not change which quotes hold them all', () => {
  const shuffled = anyQuote.chain(({ text }) =>
    fc
      .shuffledSubarray(
        wordsOf(text).filter((word) => word.length > 4),
        { minLength: 2, maxLength: 4 },
      )
      .map((some) => some.join(' ')),
  );
  const holding = (query: string) =>
    engine
      // A word that every theme begins with, so that the one before it is finished.
      .search(`${query} on`)
      .hits.filter(({ match }) => match !== 'close')
      .map(({ document }) => document.id)
      .toSorted();
  fc.assert(
    fc.property(shuffled, (query) => {
      expect(holding(query.split(' ').toReversed().join(' '))).toEqual(holding(query));
    }),
  );
});
