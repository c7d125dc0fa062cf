import fc from 'fast-check';
import { textKey } from '../../../src/collection/plain-text.ts';
import { findForbidden, isBlank } from '../../../src/text/forbidden-characters.ts';
import { beginsItem, readLine, type QuoteLine } from '../../../src/import/line-parser.ts';
import { opensQuote } from '../../../src/import/quote-line.ts';
import type { Notes } from '../../../src/import/parse.ts';
import { joinLines } from '../../../src/import/unwrap-lines.ts';

/** Pieces by which Markdown, YAML and the notes themselves tell things apart. */
const marks = [
  ...[' ', '  ', '"', ': ', ' - ', '—', 'Source: ', '" — Source: ', ': "', 'Part 1: ', '- ', '1. '],
  ...[
    '# ',
    '*',
    '_',
    '`',
    '\\',
    '<',
    '&amp;',
    '[^1]',
    '](x)',
    '![',
    '|',
    '--|--',
    '~~~',
    '===',
    '<!--',
  ],
  ...[
    "'",
    '{',
    '}',
    '%',
    '@',
    ',',
    '#',
    'null',
    '0x1',
    '~',
    '!tag',
    '*a',
    '&a',
    '<<',
    '---',
    '...',
  ],
  ...[
    'https://a.example',
    'a@b.example',
    'é',
    'e\u0301',
    'שלום',
    '漢字',
    '👩‍🔬',
    '\u00A0',
    '\u00AD',
    '\t',
  ],
];

/** One line of anything that a field may hold, without white space around it. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => !isBlank(text) && !findForbidden(text) && !/[\n\r\u2028\u2029]/u.test(text));

/** What notes give back as it is: no emphasis around it, no marks that would end it early. */
const quote = fc
  .record({
    theme: line.filter((text) => quoteOf(`- ${text}: "x" — Source: S`)?.theme === text),
    text: line,
    source: line.filter((text) => quoteOf(`- x: "x" — Source: ${text}`)?.source === text),
  })
  // Emphasis that begins with a theme and ends with its source is around them both.
  .filter(({ theme, source }) => {
    const read = quoteOf(`- ${theme}: "x" — Source: ${source}`);
    return read?.theme === theme && read.source === source;
  });
const partTitle = line.filter((text) => {
  const read = readLine(`Part 1: ${text}`, 'parts');
  return read.kind === 'part' && read.part?.title === text;
});
const title = line.filter((text) => {
  const read = readLine(text, 'title');
  const isItem = beginsItem(text) && opensQuote(text);
  return read.kind === 'title' && read.text === text && read.findings.length === 0 && !isItem;
});
const isRunning = (text: string) => {
  const read = readLine(text, 'introduction');
  // An item in which a quote opens goes on to where it ends, over the heading of a part if need be.
  const isItem = beginsItem(text) && opensQuote(text);
  return read.kind === 'introduction' && !read.isHeading && !isItem;
};
const paragraph = fc
  .array(line.filter(isRunning), { minLength: 1, maxLength: 3 })
  .map(joinLines)
  // Its lines are one where they are exported.
  .filter(isRunning);

/** Notes that their clean form can say. */
export const cleanNotes: fc.Arbitrary<Omit<Notes, 'parts'> & { parts: Part[] }> = fc.record({
  title,
  introduction: fc
    .array(paragraph, { minLength: 1, maxLength: 3 })
    .map((paragraphs) => paragraphs.join('\n\n')),
  parts: fc
    .uniqueArray(
      fc.record({
        number: fc.oneof(fc.nat(20), fc.nat(999_999_999)),
        title: partTitle,
        quotes: fc.array(quote, { minLength: 1, maxLength: 3 }),
      }),
      { selector: ({ number }) => number, minLength: 1, maxLength: 3 },
    )
    .filter((parts) => {
      const texts = parts.flatMap(({ quotes }) => quotes.map(({ text }) => textKey(text)));
      return new Set(texts).size === texts.length;
    }),
});

function quoteOf(text: string): QuoteLine | undefined {
  const read = readLine(text, 'parts');
  const isSound = read.findings.every(({ severity }) => severity === 'warning');
  return read.kind === 'quote' && isSound ? read.quote : undefined;
}

interface Part {
  number: number;
  title: string;
  quotes: { theme: string; text: string; source: string }[];
}
