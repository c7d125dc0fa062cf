import { stringify } from 'yaml';
import type { Quote } from '../collection/model.ts';
import { quoteData } from '../collection/quote-data.ts';
import { paragraphNodes, writeMarkdown } from '../loader/markdown.ts';

/** Returns a quote as a Markdown file, with its data as frontmatter. */
export function quoteMarkdown(quote: Quote, site: URL): string {
  const { url, ...data } = quoteData(quote, site);
  // The text is the body.
  const fields = { ...data, text: undefined, permalink: url };
  const frontmatter = stringify(fields, { lineWidth: 0 });
  return `---\n${frontmatter}---\n\n${writeMarkdown(paragraphNodes(quote.paragraphs))}`;
}
