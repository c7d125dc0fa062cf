import { Document, isSeq } from 'yaml';
import { quoteTitle } from '../collection/quote-title.ts';
import { foldedText, quoteFile, quotePath } from '../loader/write-quote.ts';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { IMPORTED_FILE } from '../loader/load.ts';
import { slugger } from '../text/slug.ts';
import { fingerprint, formatImportState } from './import-state.ts';
import type { ImportData } from './import-data.ts';

/** The content files of a new collection but the ledgers, by their path. */
export function newFiles(data: ImportData): Map<string, string> {
  const { introduction, lang, quotes } = data;
  const idFor = slugger(lang);
  const orders = new Map<number | undefined, number>();
  const files = quotes.map((quote) => {
    const order = quote.order ?? (orders.get(quote.part) ?? 0) + 1;
    orders.set(quote.part, order);
    const id = idFor(quoteTitle(quote));
    return { id, text: quote.text, markdown: quoteFile({ ...quote, order }) };
  });
  const imported = {
    introduction: introduction && fingerprint(introduction),
    quotes: Object.fromEntries(files.map(({ id, text }) => [id, fingerprint(text)])),
  };
  return new Map([
    [COLLECTION_FILE, configYaml(data)],
    ...files.map(({ id, markdown }) => [quotePath(id), markdown] as const),
    [IMPORTED_FILE, formatImportState(imported)],
  ]);
}

function configYaml({ title, person, lang, introduction, requires, parts }: ImportData): string {
  const slugFor = slugger(lang);
  const document = new Document({
    title,
    person,
    lang,
    introduction: introduction && foldedText(introduction),
    requires: requires.length > 0 ? requires : undefined,
    parts:
      parts.length > 0
        ? parts.map(({ number, title }) => ({ number, title, slug: slugFor(title) }))
        : undefined,
  });
  const required = document.get('requires');
  if (isSeq(required)) required.flow = true;
  return document.toString({ lineWidth: 100, flowCollectionPadding: false });
}
