import { Document, Scalar, stringify } from 'yaml';
import { toMarkdown } from '../loader/markdown.ts';
import { formatLedger, addToLedger, LEDGER_FILE } from '../loader/permalinks.ts';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { IMPORTED_FILE, QUOTES_FOLDER } from '../loader/load.ts';
import { slugger } from '../text/slug.ts';
import { fingerprint, formatImported } from './import-state.ts';
import { incomingOf, type Incoming, type IncomingQuote } from './import-data.ts';
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
    return { id: idFor(quote.theme), text: quote.text, markdown: quoteFile({ ...quote, order }) };
  });
  const ledger = addToLedger(
    {},
    files.map(({ id }) => ({ id, aliases: [] })),
  );
  const imported = {
    introduction: fingerprint(about.introduction),
    quotes: Object.fromEntries(files.map(({ id, text }) => [id, fingerprint(text)])),
  };
  return new Map([
    [COLLECTION_FILE, aboutYaml(about)],
    ...files.map(({ id, markdown }) => [quotePath(id), markdown] as const),
    [LEDGER_FILE, formatLedger(ledger)],
    [IMPORTED_FILE, formatImported(imported)],
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

const capital = '[\\p{Lu}\\p{Lo}]\\S*';
// What may stand in a name in lower case: van, de, al-, d’ and their like.
const particle =
  "(?:van|von|vom|zu|zur|den|der|das|dos|des|del|della|dalla|degli|dei|de|da|do|di|du|la|le|las|los|lo|el|al|ul|bin|bint|ibn|ben|abu|af|av|ten|ter|te|'t|y|e)";
const bound = `(?:(?:[ae]l-|d['’]|l['’]|dell['’])${capital})`;
const name = `(?:(?:${particle} ){0,3}(?:${capital}|${bound}))`;
const fromName = new RegExp(`\\sfrom (${name}(?: ${name})*)$`, 'u');
const otherName = new RegExp(`(?:\\s(?:by|of)|\\s[-–—―]|:) (${name}(?: ${name})*)$`, 'u');

/** No name, with the word before it, is longer. */
const LONGEST_END = 200;

/** Who is quoted, where a title says so in its last words: “… from Ion Stoica”. */
export function personIn(title: string): string | undefined {
  return fromName.exec(title.slice(-LONGEST_END))?.[1];
}

/** Who may be quoted where no title says so: “Sayings of Confucius”, or else all of the title. */
export function personGuessed(title: string): string {
  return otherName.exec(title.slice(-LONGEST_END))?.[1] ?? title;
}
