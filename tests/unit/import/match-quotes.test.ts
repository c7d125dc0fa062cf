import { describe, expect, test } from 'vitest';
import type { QuoteEntry } from '../../../src/collection/model.ts';
import type { ImportedQuote } from '../../../src/import/item.ts';
import { matchQuotes } from '../../../src/import/match-quotes.ts';
import { planOrders } from '../../../src/import/plan-orders.ts';

type Fields = Partial<Pick<QuoteEntry, 'part' | 'theme' | 'source' | 'person' | 'order'>>;

const entry = (id: string, text: string, fields: Fields = {}): QuoteEntry => ({
  id,
  text,
  paragraphs: [],
  aliases: [],
  status: 'attributed',
  ...fields,
});
const imported = (text: string, fields: Fields = {}): ImportedQuote => ({
  line: 1,
  text,
  ...fields,
});

/** Returns the id of the entry that each imported quote matches. */
function idsOf(quotes: ImportedQuote[], entries: QuoteEntry[]) {
  const matches = matchQuotes(quotes, entries);
  return quotes.map((quote) => matches.get(quote)?.id);
}

const long = 'Moving data is expensive. You always want to bring the compute to the data.';

describe('an imported quote matches', () => {
  test('the quote with its text, whatever its fields', () => {
    const entries = [
      entry('a', 'Other.', { theme: 'On x' }),
      entry('b', 'Text  one.', { part: 2 }),
    ];
    expect(idsOf([imported('Text one.', { theme: 'On x' })], entries)).toEqual(['b']);
  });

  test('the quote with its theme and part before one with its words', () => {
    const entries = [
      entry('a', 'text one!', { part: 1, theme: 'On y' }),
      entry('b', 'Other.', { part: 1, theme: 'on X' }),
      entry('c', 'Third.', { part: 2, theme: 'On X' }),
    ];
    expect(idsOf([imported('Text one.', { part: 1, theme: 'On X' })], entries)).toEqual(['b']);
    expect(idsOf([imported('Text one.', { part: 1, theme: 'On z' })], entries)).toEqual(['a']);
    expect(idsOf([imported('Unlike.'), imported('Text one.')], entries)).toEqual([undefined, 'a']);
  });

  test('a similar quote with its part, source and person, or a more similar one with its part', () => {
    const changed = 'Moving data is costly. You often want to bring the compute to the data.';
    const less = 'Moving data is costly. You often want to bring the compute to our data.';
    const half = 'You always want to bring the compute to the data, wherever it may be today.';
    const fields = { part: 1, source: 'S', person: 'Ada' };
    expect(idsOf([imported(changed, fields)], [entry('a', long, fields)])).toEqual(['a']);
    expect(idsOf([imported(changed, fields)], [entry('a', long, { ...fields, part: 2 })])).toEqual([
      undefined,
    ]);
    expect(idsOf([imported(half, fields)], [entry('a', long, { part: 1 })])).toEqual(['a']);
    expect(idsOf([imported(half, fields)], [entry('a', long, { part: 2 })])).toEqual([undefined]);
    expect(idsOf([imported(less, fields)], [entry('a', long, fields)])).toEqual(['a']);
    expect(idsOf([imported(less, fields)], [entry('a', long, { part: 1 })])).toEqual([undefined]);
  });

  test('no quote that another one matches', () => {
    const entries = [entry('b', 'Text.', { order: 1 }), entry('a', 'Text.', { order: 2 })];
    const twice = [imported('Text.'), imported('Text.'), imported('Text.')];
    expect(idsOf(twice, entries)).toEqual(['b', 'a', undefined]);
  });
});

describe('the orders of an import', () => {
  /** Plans orders for quotes whose entries have these orders. Returns orders and conflicts. */
  function ordersOf(
    quotes: [order: number | undefined, there: number | undefined | null, thereIn?: number][],
    { may = false, overwrite = false, part = 1 } = {},
  ) {
    const asked: string[] = [];
    const all = quotes.map(([order], at) =>
      imported(`${at}`, { ...(part && { part }), ...(order !== undefined && { order }) }),
    );
    const matches = new Map(
      quotes.flatMap(([, there, thereIn = part], at) =>
        there === null
          ? []
          : [
              [
                all[at]!,
                entry(`q${at}`, `${at}`, {
                  ...(thereIn && { part: thereIn }),
                  ...(there !== undefined && { order: there }),
                }),
              ] as const,
            ],
      ),
    );
    const mayOverwrite = (message: string) => {
      asked.push(message);
      return may;
    };
    const orders = planOrders(all, matches, mayOverwrite, overwrite);
    return { orders: all.map((quote) => orders.get(quote)), asked };
  }

  const none = undefined;
  const message = 'order: the quotes of part 1 are not in the order of the import';

  test('are not written if the quotes are in that order', () => {
    expect(
      ordersOf([
        [none, 10],
        [none, 20],
      ]),
    ).toEqual({ orders: [none, none], asked: [] });
  });

  test('are as few as possible to insert a new quote', () => {
    expect(
      ordersOf([
        [none, 10],
        [none, null],
        [none, 20],
      ]).orders,
    ).toEqual([none, 11, none]);
    expect(
      ordersOf([
        [none, 10],
        [none, null],
        [none, 11],
        [none, 30],
      ]).orders,
    ).toEqual([none, 11, 12, none]);
    expect(
      ordersOf([
        [none, null],
        [none, none],
      ]).orders,
    ).toEqual([1, 2]);
  });

  test('of the curator stay unless overwritten, and new quotes come last', () => {
    expect(
      ordersOf([
        [none, 20],
        [none, 10],
        [none, null],
      ]),
    ).toEqual({
      orders: [none, none, 21],
      asked: [message],
    });
    expect(
      ordersOf(
        [
          [none, 20],
          [none, 10],
        ],
        { may: true },
      ),
    ).toEqual({
      orders: [none, 21],
      asked: [message],
    });
    expect(
      ordersOf(
        [
          [none, 20],
          [none, 10],
        ],
        { part: 0 },
      ).asked,
    ).toEqual(['order: the quotes are not in the order of the import']);
  });

  test('of the import are used', () => {
    expect(
      ordersOf([
        [5, 20],
        [none, 10],
        [30, null],
      ]),
    ).toEqual({ orders: [5, none, 30], asked: [] });
  });

  test('of a part exclude a quote that stays in another', () => {
    const quotes: Parameters<typeof ordersOf>[0] = [
      [none, 10],
      [none, 15, 2],
      [none, 20],
    ];
    expect(ordersOf(quotes)).toEqual({ orders: [none, none, none], asked: [] });
    const moved = ordersOf(quotes, { overwrite: true, may: true });
    expect(moved.orders).toEqual([none, 11, none]);
  });

  test('conflict if only some quotes are in another order', () => {
    const quotes: Parameters<typeof ordersOf>[0] = [
      [none, 10],
      [none, 30],
      [none, 20],
    ];
    expect(ordersOf(quotes).asked).toEqual([message]);
    expect(ordersOf(quotes, { may: true }).orders).toEqual([none, none, 31]);
  });
});
