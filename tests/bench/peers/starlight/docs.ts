import type { Collection, Part, Quote } from '../../../../src/collection/model.ts';
import { plainText } from '../../../../src/collection/plain-text.ts';
import { quoteTitle } from '../../../../src/collection/quote-title.ts';

const escaped = (text: string) => text.replace(/[!-/:-@[-`{-~]/gu, '\\$&');

const page = (title: string, ...blocks: string[]) =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${blocks.join('\n\n')}\n`;

function quoted({ text, source }: Quote): string {
  const lines = escaped(text).split('\n');
  return [...lines.map((line) => `> ${line}`), '', escaped(source?.label ?? '')].join('\n');
}

const listed = (quotes: readonly Quote[], level: string) =>
  quotes.flatMap((quote) => [
    `${level} [${escaped(quoteTitle(quote))}](/quotes/${quote.id}/)`,
    quoted(quote),
  ]);

const contents = (parts: readonly Part[]) =>
  parts.map(({ label, slug }) => `1. [${escaped(label)}](/parts/${slug}/)`).join('\n');

/** Returns the collection as documents of a Starlight site, by path, with the same content as ours. */
export function docsOf({ title, introduction, parts, quotes }: Collection): Map<string, string> {
  return new Map([
    ['index.md', page(title, escaped(plainText(introduction)), contents(parts))],
    ['quotes/index.md', page('All quotes', ...listed(quotes, '##'))],
    ...parts.map(
      (part) => [`parts/${part.slug}.md`, page(part.label, ...listed(part.quotes, '##'))] as const,
    ),
    ...quotes.map(
      (quote) => [`quotes/${quote.id}.md`, page(quoteTitle(quote), quoted(quote))] as const,
    ),
  ]);
}
