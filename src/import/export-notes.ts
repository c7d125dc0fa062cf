import { isDeepStrictEqual } from 'node:util';
import { plainText } from '../collection/plain-text.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import type { Collection, Inline, Quote } from '../collection/model.ts';
import { slugger } from '../text/slug.ts';
import { read as readPrintedNotes } from './formats/printed-notes.ts';
import { parseQuoteLine } from './notes-lines.ts';

/** Notes, or errors if text would be lost. Warnings name fields that notes do not have. */
export interface Notes {
  text?: string;
  errors: string[];
  warnings: string[];
}

/** Formats a collection as notes, in reading order, without a final newline. */
export function formatNotes(collection: Collection): Notes {
  const pieces = piecesOf(collection);
  const text = pieces.map(({ lines }) => lines).join('\n');
  const unsupported = findUnsupported(collection);
  const errors = unsupported.length > 0 ? unsupported : findMisread(pieces, text);
  const warnings = findOmitted(collection);
  return errors.length > 0 ? { errors, warnings } : { text, errors, warnings };
}

/** A piece of notes: its name in messages, its lines, and the fields that they must yield. */
type Piece = { name: string; lines: string; fields: object };

function piecesOf({ title, introduction: paragraphs, parts, quotes }: Collection): Piece[] {
  const introduction = plainText(paragraphs);
  const pieceOf = ({ id, theme, text, source, part }: Quote) => {
    const content = { theme: theme?.label ?? '', text, source: source?.label ?? '' };
    const fields = { ...content, part: part?.number };
    return { name: `quote ${id}`, lines: `- ${quoteItem(content)}`, fields };
  };
  const intro = { name: 'the introduction', lines: introduction, fields: { introduction } };
  return [
    { name: 'the title', lines: title, fields: { title } },
    ...(introduction === '' ? [] : [intro]),
    ...(parts.length === 0 ? quotes.map(pieceOf) : []),
    ...parts.flatMap(({ number, label, quotes: partQuotes }) => [
      {
        name: `part ${number}`,
        lines: `Part ${number}: ${label}`,
        fields: { number, title: label },
      },
      ...partQuotes.map(pieceOf),
    ]),
  ];
}

/** Formats a quote, in curly marks if straight ones would pair with marks in its text. */
function quoteItem(content: { theme: string; text: string; source: string }): string {
  const { theme, text, source } = content;
  const items = ['""', '“”'].map(
    ([open, close]) => `${theme}: ${open}${text}${close} — Source: ${source}`,
  );
  const isReadBack = (item: string) => {
    const { problems, ...read } = parseQuoteLine(item);
    const isFaulty = problems.some(({ severity }) => severity === 'error');
    return !isFaulty && isDeepStrictEqual(read, content);
  };
  return items.find(isReadBack) ?? items[0]!;
}

const markupNames: Partial<Record<Inline['type'], string>> = {
  break: 'a hard break',
  emphasis: 'emphasis',
  inlineCode: 'code',
  link: 'a link',
  strong: 'strong emphasis',
};

/** Finds markup and paragraphs that notes cannot contain, and missing fields that they need. */
function findUnsupported({ introduction, quotes }: Collection): string[] {
  const found = new Set<string>();
  const add = (name: string, what: string | false | undefined, why = 'cannot express') => {
    if (what) found.add(`${name} has ${what}, which notes ${why}`);
  };
  for (const { type } of introduction.flat()) add('the introduction', markupNames[type]);
  for (const { id, paragraphs, theme, source } of quotes) {
    const name = `quote ${id}`;
    add(name, paragraphs.length > 1 && 'several paragraphs');
    add(name, !theme && 'no theme', 'require');
    add(name, !source && 'no source', 'require');
    for (const { type } of paragraphs.flat()) add(name, markupNames[type]);
  }
  return [...found];
}

/** Reads the notes back and reports what differs. */
function findMisread(pieces: Piece[], text: string): string[] {
  const { title, introduction, parts, items, diagnostics } = readPrintedNotes({ name: '', text });
  const names = pieces.flatMap(({ name, lines }) => lines.split('\n').map(() => name));
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ line, subject, message }) => `${names[line - 1]}: the ${subject} ${message}`);
  if (errors.length > 0) return errors;
  const quotes = items.map(({ theme, text, source, part }) => ({ theme, text, source, part }));
  const read = [{ title }, { introduction }, ...parts, ...quotes];
  const back = new Set(read.map((fields) => JSON.stringify(fields)));
  return pieces
    .filter(({ fields }) => !back.has(JSON.stringify(fields)))
    .map(({ name }) => `${name} has marks or spaces that an import would not read back`);
}

/** Lists the fields that notes do not have. */
function findOmitted({ quotes, person, lang, subjects, report, date }: Collection): string[] {
  const idFor = slugger(lang);
  const fields = quotes.flatMap((quote) => [
    // An import derives ids from themes.
    quote.id !== idFor(quoteTitle(quote)) && 'id',
    quote.url !== undefined && 'url',
    quote.date !== undefined && 'date',
    quote.locator !== undefined && 'locator',
    quote.aliases.length > 0 && 'aliases',
    quote.status !== 'attributed' && 'status',
    quote.person?.label !== person && 'person',
    quote.lang !== lang && 'lang',
  ]);
  const counts = Map.groupBy(fields.filter(Boolean), String);
  const omitted = [
    ...Array.from(counts, ([field, { length }]) => `${field} (${length})`),
    subjects.length > 0 && 'the subjects',
    report !== undefined && 'the report address',
    date !== undefined && 'the date of the collection',
  ].filter(Boolean);
  return omitted.length === 0 ? [] : [`not included in notes: ${omitted.join(', ')}`];
}
