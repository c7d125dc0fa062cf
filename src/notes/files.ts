import { Document, Scalar, stringify } from 'yaml';
import { toMarkdown } from '../collection/body.ts';
import { formatLedger, growLedger, LEDGER_FILE } from '../collection/permalinks.ts';
import { ABOUT_FILE, QUOTES_FOLDER } from '../collection/read.ts';
import { slugger } from '../collection/slug.ts';
import { incomingOf, type Incoming, type IncomingQuote } from './incoming.ts';
import type { Notes } from './parse.ts';

/** What `collection.yaml` cannot do without. */
export type NewAbout = Required<Pick<Incoming, 'title' | 'person' | 'introduction' | 'parts'>> & {
  lang: string;
};

/** The content files of notes, by their path in the content folder. */
export function notesToFiles(
  notes: Notes,
  about: { person: string; lang: string },
): Map<string, string> {
  const { quotes, ...incoming } = incomingOf(notes);
  return newFiles(
    { title: notes.title, introduction: notes.introduction, ...incoming, ...about },
    quotes,
  );
}

/** The content files of a collection that is not there yet, by their path. */
export function newFiles(about: NewAbout, quotes: IncomingQuote[]): Map<string, string> {
  const idFor = slugger();
  const orders = new Map<number, number>();
  const files = quotes.map((quote) => {
    const order = quote.order ?? (orders.get(quote.part) ?? 0) + 1;
    orders.set(quote.part, order);
    return { id: idFor(quote.theme), markdown: quoteFile({ ...quote, order }) };
  });
  const ledger = growLedger(
    {},
    files.map(({ id }) => ({ id, aliases: [] })),
  );
  return new Map([
    [ABOUT_FILE, aboutYaml(about)],
    ...files.map(({ id, markdown }) => [quotePath(id), markdown] as const),
    [LEDGER_FILE, formatLedger(ledger)],
  ]);
}

/** The path of a quote that has no file yet. */
export function quotePath(id: string): string {
  return `${QUOTES_FOLDER}/${id}.md`;
}

const optional = ['url', 'date', 'locator', 'status', 'person', 'lang'] as const;

/** A quote's file. */
export function quoteFile({
  part,
  theme,
  source,
  order,
  text,
  ...more
}: Omit<IncomingQuote, 'line'>): string {
  const rest = optional.flatMap((field) => {
    const value = more[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  const fields = {
    part,
    theme,
    source,
    ...(order !== undefined && { order }),
    ...Object.fromEntries(rest),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${toMarkdown(text)}`;
}

function aboutYaml({ title, person, lang, introduction, parts }: NewAbout): string {
  const slugFor = slugger();
  return new Document({
    title,
    person,
    lang,
    introduction: foldedText(introduction),
    parts: parts.map(({ number, title }) => ({ number, title, slug: slugFor(title) })),
  }).toString({ lineWidth: 100 });
}

/** Running text as `collection.yaml` holds it. */
export function foldedText(text: string): Scalar {
  const folded = new Scalar(toMarkdown(text));
  folded.type = 'BLOCK_FOLDED';
  return folded;
}

/** Who is quoted, where a title says so in its last words: “… from Ion Stoica”. */
export function personIn(title: string): string | undefined {
  return /\sfrom ((?:[\p{Lu}\p{Lo}]\S*)(?: [\p{Lu}\p{Lo}]\S*)*)$/u.exec(title)?.[1];
}
