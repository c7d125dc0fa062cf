import { describe, expect, test } from 'vitest';
import type { CollectionConfig, QuoteEntry } from '../../../src/collection/model.ts';
import { collect, type CollectOptions } from '../../../src/import/collect.ts';
import type { ImportDiagnostic, Item, ReadResult } from '../../../src/import/item.ts';

type Result = Partial<Omit<ReadResult, 'items'>> & { file?: string };

const result = (items: Partial<Item>[], more: Result = {}): ReadResult & { file?: string } => ({
  items: items.map((item, at) => ({ line: at + 1, text: `Text ${at + 1}.`, ...item })),
  parts: [],
  diagnostics: [],
  assumptions: [],
  ...more,
});

/** Collects results, and removes absent fields. */
function collected(results: ReturnType<typeof result>[], options: Partial<CollectOptions> = {}) {
  const all = collect(results, { name: 'notes', title: 'T', lang: 'en', ...options });
  return JSON.parse(JSON.stringify(all)) as ReturnType<typeof collect>;
}

const dataOf = (...args: Parameters<typeof collected>) => collected(...args).data!;

const configOf = (more: Partial<CollectionConfig> = {}): CollectionConfig => ({
  title: 'There',
  lang: 'de',
  introduction: [],
  parts: [],
  subjects: [],
  ...more,
});
const entry = (text: string, part?: number): QuoteEntry => ({
  id: text,
  text,
  paragraphs: [],
  aliases: [],
  status: 'attributed',
  ...(part !== undefined && { part }),
});
const error = (subject: ImportDiagnostic['subject']): ImportDiagnostic => ({
  severity: 'error',
  line: 1,
  subject,
  message: 'is x',
});

describe('the title of an import', () => {
  test('is that of the options, the document or the collection, or the name of the file', () => {
    const withTitle = result([{}], { title: 'D' });
    expect(dataOf([withTitle], { title: 'T' }).title).toBe('T');
    expect(dataOf([withTitle], { title: undefined, config: configOf() }).title).toBe('D');
    expect(dataOf([result([{}])], { title: undefined, config: configOf() }).title).toBe('There');
    expect(collected([result([{}])], { title: undefined })).toMatchObject({
      data: { title: 'notes' },
      assumptions: ['title: “notes”, the name of the file; --title TEXT sets another'],
    });
    expect(collected([result([{}])], { title: 'notes' }).assumptions).toEqual([]);
  });

  test('may be missing in the document if the options give one', () => {
    const untitled = result([{}], { diagnostics: [error('title')] });
    expect(collected([untitled], { title: undefined }).data).toBeUndefined();
    expect(collected([untitled]).diagnostics).toEqual([]);
    expect(collected([result([{}], { diagnostics: [error('line')] })]).data).toBeUndefined();
  });
});

describe('the person of an import', () => {
  test('is that of all quotes, which then do not repeat it', () => {
    expect(dataOf([result([{ person: 'Ada' }, { person: 'Ada' }])])).toMatchObject({
      person: 'Ada',
      quotes: [{ line: 1 }, { line: 2 }],
    });
    const two = dataOf([result([{ person: 'Ada' }, { person: 'Bob' }])]);
    expect(two.person).toBeUndefined();
    expect(two.quotes.map(({ person }) => person)).toEqual(['Ada', 'Bob']);
    const one = dataOf([result([{ person: 'Ada' }, {}])], { person: 'Ada' });
    expect(one.quotes.map(({ person }) => person)).toEqual([undefined, undefined]);
    expect(
      dataOf([result([{ person: 'Bob' }])], { config: configOf({ person: 'Ada' }) }),
    ).toMatchObject({
      person: 'Ada',
      quotes: [{ person: 'Bob' }],
    });
  });

  test('is taken from the title if it is not given elsewhere', () => {
    const withTitle = result([{ credit: 'Notes' }], { title: 'Lessons from Ada Lovelace' });
    expect(collected([withTitle])).toMatchObject({
      data: { person: 'Ada Lovelace', quotes: [{ source: 'Notes' }] },
      assumptions: ['person: Ada Lovelace, taken from the title'],
    });
    expect(dataOf([withTitle], { config: configOf() }).person).toBeUndefined();
    const unsure = result([{ credit: 'Bob' }], { title: 'Words: Ada Lovelace' });
    expect(dataOf([unsure])).toMatchObject({ person: 'Bob' });
  });

  test('makes attributions sources; otherwise it is reported how they were read', () => {
    const credit = [{ credit: '— Ada Lovelace, Notes' }];
    expect(dataOf([result(credit)], { person: 'Bob' }).quotes[0]!.source).toBe(
      'Ada Lovelace, Notes',
    );
    expect(collected([result(credit)]).assumptions).toEqual([
      'attributions are read as person and source: “Ada Lovelace, Notes” as “Ada Lovelace” and “Notes”; with --person NAME they are sources only',
    ]);
    const sourced = result([{ credit: 'Bob', source: 'Notes' }]);
    expect(collected([sourced]).assumptions).toEqual([]);
  });
});

test('the language of an import is that of the options, the collection or the document', () => {
  const unsaid = { lang: undefined };
  const german = result([{ lang: 'de' }, { lang: 'fr' }], { lang: 'de' });
  const { lang, quotes } = dataOf([german], unsaid);
  expect([lang, ...quotes.map((quote) => quote.lang)]).toEqual(['de', undefined, 'fr']);
  expect(dataOf([german], { lang: 'fr', config: configOf() }).lang).toBe('fr');
  expect(dataOf([result([{}], { lang: 'fr' })], { ...unsaid, config: configOf() }).lang).toBe('de');
  expect(collected([result([{}])], unsaid)).toMatchObject({
    data: { lang: 'en' },
    assumptions: ['lang: en; --lang TAG sets another'],
  });
});

test('printed notes require the fields that all their quotes have', () => {
  const items = [{ theme: 'On x', source: 'S' }, { theme: 'On y' }];
  expect(dataOf([result(items, { isPrinted: true })]).requires).toEqual(['theme']);
  expect(dataOf([result(items)]).requires).toEqual([]);
});

test('a document of a folder is the source of its quotes, unless they have another', () => {
  const several = [
    result([{}, { source: 'S' }, { credit: 'Ada' }], { file: 'a/One.md' }),
    result([{ text: 'Other.' }], { file: 'b.md', title: 'Two', person: 'Ada', introduction: 'I' }),
  ];
  const data = dataOf(several, { title: undefined });
  expect(data.quotes.map(({ source }) => source)).toEqual(['One', 'S', undefined, 'Two']);
  expect(data.title).toBe('notes');
  expect(data.introduction).toBeUndefined();
});

describe('quotes of an import', () => {
  test('that occur twice are imported once, each file in the order of its lines', () => {
    const late = { ...error('line'), severity: 'notice' as const, line: 9 };
    const twice = result([{}, { text: 'Text  1.' }], { diagnostics: [late] });
    const { data, diagnostics } = collected([twice]);
    expect(data!.quotes).toHaveLength(1);
    expect(diagnostics.map(({ line, message }) => [line, message])).toEqual([
      [2, 'left out: repeats a quote above'],
      [9, 'is x'],
    ]);
  });

  test('are required', () => {
    const message = 'is missing: the file has no quotes';
    expect(collected([result([])]).diagnostics).toMatchObject([{ subject: 'quote', message }]);
    expect(collected([result([], { diagnostics: [error('line')] })]).diagnostics).toHaveLength(1);
  });

  test('with errors are left out if that is requested', () => {
    const broken = result([{}], { diagnostics: [error('line')] });
    expect(collected([broken], { skip: true })).toMatchObject({
      data: { quotes: [{ line: 1 }] },
      diagnostics: [{ severity: 'skipped' }],
    });
    expect(collected([result([], { diagnostics: [error('line')] })], { skip: true })).toMatchObject(
      {
        diagnostics: [{ severity: 'error' }],
      },
    );
  });
});

describe('parts of an import', () => {
  test('have the declared number, or the next one', () => {
    const parts = [{ number: 3, title: 'Three' }];
    const items = [{ part: 3 }, { part: 'three' }, { part: 'Other' }, { part: 7 }, {}];
    const { data, assumptions } = collected([result(items, { parts })]);
    expect(data!.parts).toEqual([
      { number: 3, title: 'Three' },
      { number: 4, title: 'Other' },
      { number: 7, title: 'Part 7' },
      { number: 8, title: 'T' },
    ]);
    expect(data!.quotes.map(({ part }) => part)).toEqual([3, 3, 4, 7, 8]);
    expect(assumptions).toEqual([
      'part 7 has no title: named “Part 7”',
      'quotes above the first heading are in the part “T”',
    ]);
  });

  test('do not exist if no quote has one', () => {
    expect(dataOf([result([{}])]).parts).toEqual([]);
  });

  test('of an existing collection are found by title', () => {
    const existing = configOf({ parts: [{ number: 5, title: 'One', slug: 'one' }] });
    const { data } = collected([result([{ part: 'one' }, { part: 'Two' }])], { config: existing });
    expect(data!.quotes.map(({ part }) => part)).toEqual([5, 6]);
    expect(data!.parts.map(({ number }) => number)).toEqual([5, 6]);
  });

  test('are added to a collection without parts only if the import contains all its quotes', () => {
    const items = [{ part: 'One' }];
    expect(
      collected([result(items)], { config: configOf(), entries: [entry('Text 1.')] }),
    ).toMatchObject({
      data: { parts: [{ number: 1, title: 'One' }], quotes: [{ part: 1 }] },
      assumptions: ['parts are added: the collection had none'],
    });
    expect(
      collected([result(items)], { config: configOf(), entries: [entry('Unlike.')] }),
    ).toMatchObject({
      data: { parts: [] },
      assumptions: ['parts are left out: the collection has none'],
    });
    expect(collected([result([{}])], { config: configOf(), entries: [] }).assumptions).toEqual([]);
  });
});
