import fc from 'fast-check';
import { assemble } from '../../../src/collection/assemble.ts';
import { parseMarkdown, readParagraphs, toMarkdown } from '../../../src/loader/markdown.ts';
import type { CollectionConfig, QuoteEntry } from '../../../src/collection/model.ts';
import type { FullCollection, FullQuote } from '../../full-quote.ts';
import { line } from '../import/arbitrary.ts';

export const site = new URL('https://example.org');

/** A collection of one quote; a test passes only the fields that matter to it. */
export function collectionOf(
  { text = 'Moving data is expensive.', ...entry }: Partial<QuoteEntry> = {},
  config: Partial<CollectionConfig> = {},
): FullCollection & { quotes: [FullQuote] } {
  const { paragraphs } = readParagraphs(parseMarkdown(toMarkdown(text)).children, { links: false });
  return assemble(
    {
      title: 'Lessons',
      person: 'Ion Stoica',
      lang: 'en',
      introduction: [[{ type: 'text', value: 'What he said.' }]],
      parts: [{ number: 2, title: 'Big Data', slug: 'big-data' }],
      subjects: [],
      ...config,
    },
    [
      {
        id: 'data-gravity',
        part: 2,
        theme: 'On data gravity',
        source: 'Spark Papers',
        paragraphs,
        text,
        aliases: [],
        status: 'attributed',
        ...entry,
      },
    ],
  ) as FullCollection & { quotes: [FullQuote] };
}

/** Text with a meaning in some format: ends of scripts, sections and fields. */
const hostile = ['</script>', '<!--', '-->', ']]>', '--', '\\', '\\n', '{', '}', '%', '$', '"""'];

/** A label on one line. */
export const label: fc.Arbitrary<string> = fc
  .array(fc.oneof(line, fc.constantFrom(...hostile)), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''));

/** A text of a few paragraphs with hard breaks. */
export const words: fc.Arbitrary<string> = fc
  .array(fc.array(label, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
  .map((paragraphs) => paragraphs.map((lines) => lines.join('\n')).join('\n\n'));
