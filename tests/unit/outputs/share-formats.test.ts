import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, readParagraphs } from '../../../src/loader/markdown.ts';
import { plainText } from '../../../src/collection/plain-text.ts';
import { mailto, shareFormats, type ShareFormat } from '../../../src/outputs/share-formats.ts';
import { collectionOf, label, words } from './collection.ts';

const address = 'https://example.org/quotes/data-gravity/';

function format(id: ShareFormat['id'], entry: Parameters<typeof collectionOf>[0] = {}): string {
  const collection = collectionOf(entry);
  return shareFormats(collection.quotes[0], address, collection).find(
    (candidate) => candidate.id === id,
  )!.text;
}

const known = {
  url: 'https://example.com/talk',
  locator: 'p. 12',
  date: '2013-10',
};

describe('a copied quote', () => {
  test('has quotation marks and its reference', () => {
    expect(format('quote')).toBe(
      '“Moving data is expensive.” — Ion Stoica, Spark Papers\nhttps://example.org/quotes/data-gravity/',
    );
  });

  test('has the quotation marks of its language', () => {
    expect(format('quote', { lang: 'de-CH' })).toMatch(/^„Moving data is expensive.“ — /);
  });

  test('has no quotation marks as plain text', () => {
    expect(format('text')).toBe(
      'Moving data is expensive.\n\n— Ion Stoica, Spark Papers\nhttps://example.org/quotes/data-gravity/\n',
    );
  });

  test('has only known facts in its reference', () => {
    expect(format('reference', known)).toBe(
      'Ion Stoica, Spark Papers, p. 12, 2013-10 (https://example.com/talk)\nhttps://example.org/quotes/data-gravity/',
    );
  });

  test('is a block quote in Markdown', () => {
    expect(format('markdown', { text: 'Not *this*.\nBut [that].\n\nOr so.', ...known })).toBe(
      [
        '> Not \\*this\\*.\\',
        '> But \\[that].',
        '>',
        '> Or so.',
        '>',
        '> — Ion Stoica, [Spark Papers](https://example.com/talk), p. 12, 2013-10: [On data gravity](https://example.org/quotes/data-gravity/)',
        '',
      ].join('\n'),
    );
  });

  test('is a blockquote in HTML, with the reference outside', () => {
    expect(format('html', { text: 'a < b &\n"c"\n\nd', ...known, source: 'S & T' })).toBe(
      [
        '<blockquote cite="https://example.org/quotes/data-gravity/" lang="en">',
        '<p>a &lt; b &amp;<br>&quot;c&quot;</p>',
        '<p>d</p>',
        '</blockquote>',
        '<p>— Ion Stoica, <cite><a href="https://example.com/talk">S &amp; T</a></cite>, p. 12, 2013-10: <a href="https://example.org/quotes/data-gravity/">On data gravity</a></p>',
        '',
      ].join('\n'),
    );
  });

  test('has person, source and link in every format', () => {
    const collection = collectionOf();
    for (const { text } of shareFormats(collection.quotes[0], address, collection)) {
      for (const part of ['Ion Stoica', 'Spark Papers', address]) expect(text).toContain(part);
    }
  });

  test('can be parsed back from Markdown, with any text and labels', () => {
    fc.assert(
      fc.property(words, label, label, (text, source, theme) => {
        const [block, ...rest] = parseMarkdown(
          format('markdown', { text, source, theme }),
        ).children;
        expect(rest).toEqual([]);
        expect(block?.type).toBe('blockquote');
        const paragraphs = block?.type === 'blockquote' ? block.children : [];
        const read = (blocks: typeof paragraphs) =>
          plainText(readParagraphs(blocks, { links: true }).paragraphs);
        expect(read(paragraphs.slice(0, -1))).toBe(text);
        expect(read(paragraphs.slice(-1))).toBe(`— Ion Stoica, ${source}: ${theme}`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a mail', () => {
  test('has the theme as its subject and the quote in its body', () => {
    const collection = collectionOf({ text: 'a & b?\nc' });
    const link = new URL(mailto(collection.quotes[0], address, collection));
    expect(link.protocol).toBe('mailto:');
    expect(link.searchParams.get('subject')).toBe('On data gravity · Lessons');
    expect(link.searchParams.get('body')).toBe(
      `“a & b?\r\nc” — Ion Stoica, Spark Papers\r\n${address}`,
    );
  });

  test('encodes a plus and a percent sign', () => {
    const collection = collectionOf({ text: '1+1 is 100%25' });
    expect(mailto(collection.quotes[0], address, collection)).toContain('1%2B1%20is%20100%2525');
  });
});

test('a mail link is short enough for mail programs in any script, and contains the address', () => {
  for (const text of ['word '.repeat(1800), '石の上にも三年'.repeat(300)]) {
    const collection = collectionOf({ text });
    const link = mailto(collection.quotes[0], 'https://example.org/quotes/x/', collection);
    expect(link.length).toBeLessThanOrEqual(2000);
    expect(link).toContain(encodeURIComponent('https://example.org/quotes/x/'));
    expect(decodeURIComponent(link)).toContain('…');
  }
});
