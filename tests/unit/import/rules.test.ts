import { describe, expect, test } from 'vitest';
import { reporter, type ImportDiagnostic, type Item } from '../../../src/import/item.ts';
import { applyItemRules, type ItemRules } from '../../../src/import/rules.ts';

/** Applies the rules to an item on line 3. Returns the quote and the diagnostics. */
function apply(item: Partial<Item>, rules: Partial<ItemRules> = {}) {
  const diagnostics: ImportDiagnostic[] = [];
  const whole = { line: 3, text: 'Words.', ...item };
  const quote = applyItemRules(whole, { isSourceOnly: false, ...rules }, reporter(diagnostics));
  const messages = diagnostics.map(
    ({ severity, line, subject, message }) => `${severity} ${line}: ${subject} ${message}`,
  );
  return { quote: quote && (JSON.parse(JSON.stringify(quote)) as object), messages };
}

describe('the words of a quote', () => {
  test.each([
    ['“Words.”', 'Words.'],
    [' "One  \n\n\n\n two" ', 'One\n\ntwo'],
    ['One “two” three', 'One “two” three'],
    ['See [the site](https://a.example/x) now', 'See the site now'],
    ['See [the site](the-site) now', 'See [the site](the-site) now'],
  ])('are %j without its syntax: %j', (text, words) => {
    expect(apply({ text })).toEqual({ quote: { line: 3, text: words }, messages: [] });
  });

  test('stay unchanged if the reader has removed the quotation marks', () => {
    expect(apply({ text: ' "Words." — Ada' }, { isPrinted: true }).quote).toEqual({
      line: 3,
      text: ' "Words." — Ada',
    });
  });

  test('do not contain images and invisible characters', () => {
    expect(apply({ text: 'One\u200B ![two](https://a.example/b.png)three' })).toEqual({
      quote: { line: 3, text: 'One three' },
      messages: [
        'notice 3: line had invisible characters, removed',
        'notice 3: quote left out: an image',
      ],
    });
  });

  test.each(['', ' \n ', '“”', '![a](https://a.example)'])('are missing in %j', (text) => {
    const { quote, messages } = apply({ text });
    expect(quote).toBeUndefined();
    expect(messages.at(-1)).toBe('notice 3: quote left out: empty');
  });

  test.each([
    ['a\u202Eb', /^error 3: quote contains U\+202E, an invisible or control character/u],
    ['*'.repeat(2001), /^error 3: quote contains more than 2,000 emphasis marks and brackets: `/u],
  ])('are rejected with %#', (text, message) => {
    const { quote, messages } = apply({ text });
    expect(quote).toBeUndefined();
    expect(messages).toEqual([expect.stringMatching(message)]);
  });
});

describe('an attribution', () => {
  test('after quotation marks is used if person and source are unknown', () => {
    expect(apply({ text: '“Words.” — Ada Lovelace' }).quote).toEqual({
      line: 3,
      text: 'Words.',
      person: 'Ada Lovelace',
    });
    expect(apply({ text: 'Words. — Ada Lovelace' }).quote).toEqual({
      line: 3,
      text: 'Words. — Ada Lovelace',
    });
    expect(apply({ text: '“Words.”\n— Ada Lovelace' }).quote).toMatchObject({ text: 'Words.' });
  });

  test('in the text that repeats the person is left out', () => {
    const credited = { text: '“Words.” — Ada Lovelace' };
    expect(apply({ ...credited, person: 'Ada' }).quote).toMatchObject({
      text: 'Words.',
      person: 'Ada',
    });
    expect(apply({ ...credited, person: 'Charles' }).quote).toMatchObject({
      text: '“Words.” — Ada Lovelace',
    });
    expect(apply({ ...credited, source: 'Notes' }).quote).toMatchObject({
      text: '“Words.” — Ada Lovelace',
      source: 'Notes',
    });
  });

  test('of a quote takes precedence over fields of the document', () => {
    const item = {
      credit: 'Ada Lovelace, Notes (1843), p. 7',
      person: 'A',
      source: 'S',
      date: '1900',
    };
    expect(apply(item).quote).toMatchObject({
      person: 'Ada Lovelace',
      source: 'Notes',
      date: '1843',
      locator: 'p. 7',
    });
    expect(apply({ credit: 'Notes', person: 'Ada' }, { isSourceOnly: true }).quote).toMatchObject({
      person: 'Ada',
      source: 'Notes',
    });
    expect(apply({ credit: 'Notes' }, { loneCredit: 'source' }).quote).toMatchObject({
      source: 'Notes',
    });
  });
});

describe('a theme', () => {
  test.each(['On trust', 'x'.repeat(60), 'a http b'])('is the note %j', (note) => {
    expect(apply({ note })).toEqual({
      quote: { line: 3, text: 'Words.', theme: note },
      messages: [],
    });
  });

  test.each(['x'.repeat(61), 'It is so.', 'Is it?', 'a:', 'a\nb', '#tag', '.c1', 'see http://x'])(
    'is not the note %j',
    (note) => {
      expect(apply({ note: ` ${note} ` })).toEqual({
        quote: { line: 3, text: 'Words.' },
        messages: ['notice 3: line lost its note: longer than 60 characters or a sentence'],
      });
    },
  );

  test('is kept if given, and not replaced by an empty note', () => {
    expect(apply({ theme: 'On x', note: 'On y' }).quote).toMatchObject({ theme: 'On x' });
    expect(apply({ note: ' ' })).toEqual({ quote: { line: 3, text: 'Words.' }, messages: [] });
  });

  test('is the first tag if requested, unless there is a note', () => {
    const hint = 'notice 3: line lost its tags: --tags theme takes the first as the theme';
    const others = 'notice 3: line lost its tags but the first';
    expect(apply({ tags: ['a'] })).toEqual({
      quote: { line: 3, text: 'Words.' },
      messages: [hint],
    });
    expect(apply({ tags: ['#a'] }, { tags: 'theme' })).toMatchObject({
      quote: { theme: 'a' },
      messages: [],
    });
    expect(apply({ tags: ['a', 'b'] }, { tags: 'theme' })).toMatchObject({
      quote: { theme: 'a' },
      messages: [others],
    });
    expect(apply({ tags: ['a'], note: 'n' }, { tags: 'theme' })).toMatchObject({
      quote: { theme: 'n' },
      messages: [others],
    });
    expect(apply({ tags: [] }, { tags: 'theme' }).messages).toEqual([]);
  });
});

describe('a field', () => {
  test('is normalized to one line and the form of a quote file', () => {
    const fields = {
      source: 'A\n  B  C',
      part: ' A\u200B  b ',
      order: 2,
      url: 'https://a.example',
      date: '2013/10/05',
      status: 'VERIFIED',
      lang: 'de',
    };
    expect(apply(fields).quote).toMatchObject({
      source: 'A B C',
      part: 'A b',
      order: 2,
      url: 'https://a.example',
      date: '2013-10-05',
      status: 'verified',
      lang: 'de',
    });
    expect(apply({ part: 4 }).quote).toMatchObject({ part: 4 });
  });

  test.each([
    [{ theme: 'x'.repeat(1001) }, 'error 3: theme is longer than 1,000 characters. Shorten it.'],
    [{ source: 'x'.repeat(1001) }, 'error 3: source is longer than 1,000 characters. Shorten it.'],
    [{ person: 'x'.repeat(1001) }, 'error 3: line is longer than 1,000 characters. Shorten it.'],
  ])('that names the quote is rejected if invalid: %#', (item, message) => {
    expect(apply(item)).toEqual({ quote: undefined, messages: [message] });
  });

  test('that is less important is dropped with a notice', () => {
    expect(apply({ url: 'a.example', lang: 'german', date: 'soon', locator: 'a\u202Eb' })).toEqual({
      quote: { line: 3, text: 'Words.' },
      messages: [
        'notice 3: line lost its url: `a.example` must be a web address, such as https://example.org/talk.',
        'notice 3: line lost its date: `soon` must be YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-10; a year has four digits, such as 0180.',
        'notice 3: line lost its locator: `a\uFFFDb` contains the invisible or control character U+202E.',
        'notice 3: line lost its lang: `german` is not a language tag. Use one such as en, de or pt-BR (BCP 47).',
      ],
    });
    expect(apply({ source: ' \n ' }).quote).toEqual({ line: 3, text: 'Words.' });
  });
});
