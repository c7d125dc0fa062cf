import { Document, isSeq, Scalar, stringify } from 'yaml';
import { quoteTitle } from '../collection/quote-title.ts';
import { toMarkdown } from '../loader/markdown.ts';
import { formatLedger, addToLedger, LEDGER_FILE } from '../loader/permalinks.ts';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { IMPORTED_FILE, QUOTES_FOLDER } from '../loader/load.ts';
import { slugger } from '../text/slug.ts';
import { fingerprint, formatImported } from './import-state.ts';
import type { ImportData, ImportedQuote } from './import-data.ts';

/** The content files of a new collection, by their path. */
export function newFiles(data: ImportData): Map<string, string> {
  const { introduction, quotes } = data;
  const idFor = slugger();
  const orders = new Map<number | undefined, number>();
  const files = quotes.map((quote) => {
    const order = quote.order ?? (orders.get(quote.part) ?? 0) + 1;
    orders.set(quote.part, order);
    const id = idFor(quoteTitle(quote));
    return { id, text: quote.text, markdown: quoteFile({ ...quote, order }) };
  });
  const ledger = addToLedger(
    {},
    files.map(({ id }) => ({ id, aliases: [] })),
  );
  const imported = {
    ...(introduction !== undefined && { introduction: fingerprint(introduction) }),
    quotes: Object.fromEntries(files.map(({ id, text }) => [id, fingerprint(text)])),
  };
  return new Map([
    [COLLECTION_FILE, configYaml(data)],
    ...files.map(({ id, markdown }) => [quotePath(id), markdown] as const),
    [LEDGER_FILE, formatLedger(ledger)],
    [IMPORTED_FILE, formatImported(imported)],
  ]);
}

/** The path of a quote that has no file yet. */
export function quotePath(id: string): string {
  return `${QUOTES_FOLDER}/${id}.md`;
}

/** The fields of a quote's file, in the order in which they are written. */
const fields = [
  ...(['part', 'theme', 'source', 'order'] as const),
  ...(['url', 'date', 'locator', 'status', 'person', 'lang'] as const),
];

/** A quote's file. */
export function quoteFile(quote: Omit<ImportedQuote, 'line'>): string {
  const given = fields.flatMap((field) => {
    const value = quote[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  const yaml = given.length === 0 ? '' : stringify(Object.fromEntries(given), { lineWidth: 0 });
  return `---\n${yaml}---\n\n${toMarkdown(quote.text)}`;
}

function configYaml({ title, person, lang, introduction, requires, parts }: ImportData): string {
  const slugFor = slugger();
  const document = new Document({
    title,
    ...(person !== undefined && { person }),
    lang,
    ...(introduction !== undefined && { introduction: foldedText(introduction) }),
    ...(requires.length > 0 && { requires }),
    ...(parts.length > 0 && {
      parts: parts.map(({ number, title }) => ({ number, title, slug: slugFor(title) })),
    }),
  });
  const required = document.get('requires');
  if (isSeq(required)) required.flow = true;
  return document.toString({ lineWidth: 100, flowCollectionPadding: false });
}

/** Running text as `collection.yaml` holds it. */
export function foldedText(text: string): Scalar {
  const folded = new Scalar(toMarkdown(text));
  folded.type = 'BLOCK_FOLDED';
  return folded;
}
