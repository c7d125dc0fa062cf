import { Document, isSeq, Scalar, stringify } from 'yaml';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { QUOTES_FOLDER } from './file-names.ts';
import { toMarkdown } from './markdown.ts';

/** Returns the path for a new quote. */
export function quotePath(id: string): string {
  return `${QUOTES_FOLDER}/${id}.md`;
}

/** The fields of a quote file, in the order in which they are written. */
export const quoteFields = [
  ...(['part', 'theme', 'source', 'order'] as const),
  ...(['url', 'date', 'locator', 'status', 'person', 'lang'] as const),
];

/** Formats a quote file. */
export function quoteFile(quote: Pick<QuoteEntry, 'text'> & Partial<QuoteEntry>): string {
  const given = Object.fromEntries(quoteFields.map((field) => [field, quote[field]]));
  const yaml = stringify(given, { lineWidth: 0 }).replace(/^\{\}\n$/u, '');
  return `---\n${yaml}---\n\n${toMarkdown(quote.text)}`;
}

/** Formats text as a folded block of `collection.yaml`. */
export function foldedText(text: string): Scalar {
  const folded = new Scalar(toMarkdown(text));
  folded.type = 'BLOCK_FOLDED';
  return folded;
}

type Settings = Pick<CollectionConfig, 'title' | 'person' | 'lang' | 'requires' | 'parts'>;

/** Formats a new `collection.yaml`. The introduction is plain text. */
export function collectionFile(settings: Settings & { introduction?: string }): string {
  const { title, person, lang, introduction, requires = [], parts } = settings;
  const document = new Document({
    title,
    person,
    lang,
    introduction: introduction && foldedText(introduction),
    requires: requires.length > 0 ? requires : undefined,
    parts: parts.length > 0 ? parts : undefined,
  });
  const required = document.get('requires');
  if (isSeq(required)) required.flow = true;
  return document.toString({ lineWidth: 100, flowCollectionPadding: false });
}
