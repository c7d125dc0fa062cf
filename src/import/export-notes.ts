import { plainText } from '../collection/plain-text.ts';
import type { Collection, Inline, Paragraph, Quote } from '../collection/model.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { slugger } from '../text/slug.ts';
import type { PartLine, QuoteLine } from './line-parser.ts';
import { takeApart } from './quote-line.ts';
import { parseNotes } from './parse.ts';

export interface Edges {
  /** Begin with an empty line. */
  leadingNewline?: boolean;
  /** End with a newline; so unless said otherwise. */
  finalNewline?: boolean;
}

/** What notes cannot say of a collection: an error would lose words, a warning loses none. */
export interface FormatProblem {
  severity: 'error' | 'warning';
  message: string;
}

/**
 * The notes of a collection, in reading order. Words that notes cannot say are errors, and then
 * there is no text.
 */
export function formatNotes(
  collection: Collection,
  { leadingNewline = false, finalNewline = true }: Edges = {},
): { text?: string; problems: FormatProblem[] } {
  const pieces = piecesOf({
    ...collection,
    introduction: plainText(collection.introduction),
    parts: collection.parts.map((part) => ({ ...part, quotes: part.quotes.map(quoteLineOf) })),
  });
  const text = pieces.map(({ lines }) => lines).join('\n');
  const markup = findMarkup(collection);
  const errors = markup.length > 0 ? markup : findMisread(pieces, text);
  const problems = [
    ...errors.map((message) => ({ severity: 'error', message }) as const),
    ...findLeftOut(collection).map((message) => ({ severity: 'warning', message }) as const),
  ];
  if (errors.length > 0) return { problems };
  return { text: `${leadingNewline ? '\n' : ''}${text}${finalNewline ? '\n' : ''}`, problems };
}

function quoteLineOf({ id, theme, text, source }: Quote): QuoteLine & { id: string } {
  return { id, theme: theme?.label ?? '', text, source: source?.name ?? '' };
}

/** A piece of notes: how a message names it, its lines, and the fields that they must give back. */
interface Piece {
  name: string;
  lines: string;
  fields: (string | number)[];
}

function piecesOf({
  title,
  introduction,
  parts,
}: {
  title: string;
  introduction: string;
  parts: (PartLine & { quotes: (QuoteLine & { id?: string })[] })[];
}): Piece[] {
  return [
    { name: 'the title', lines: title, fields: [title] },
    { name: 'the introduction', lines: introduction, fields: [introduction] },
    ...parts.flatMap(({ number, title, quotes }) => [
      { name: `part ${number}`, lines: `Part ${number}: ${title}`, fields: [number, title] },
      ...quotes.map(({ id, theme, text, source }) => ({
        name: `quote ${id}`,
        lines: `- ${quoteItem({ theme, text, source })}`,
        fields: [theme, text, source],
      })),
    ]),
  ];
}

/** An item of notes; in curly marks where straight ones in its text would pair with those around. */
function quoteItem({ theme, text, source }: QuoteLine): string {
  const items = ['""', '“”'].map(([open, close]) => {
    return `${theme}: ${open}${text}${close} — Source: ${source}`;
  });
  const isSame = (item: string) => {
    const taken = takeApart(item);
    const isOne = taken?.rest === undefined;
    return isOne && taken?.theme === theme && taken.text === text && taken.source === source;
  };
  return items.find(isSame) ?? items[0]!;
}

const markupNames: Partial<Record<Inline['type'], string>> = {
  break: 'a hard break',
  code: 'code',
  emphasis: 'emphasis',
  link: 'a link',
  strong: 'strong emphasis',
};

/** Marks that plain text drops, and paragraphs and breaks where a quote has one line. */
function findMarkup({ introduction, quotes }: Collection): string[] {
  const markupIn = (paragraphs: Paragraph[]) => [
    ...new Set(paragraphs.flat().flatMap(({ type }) => markupNames[type] ?? [])),
  ];
  const say = (name: string, markup: string[]) =>
    markup.map((construct) => `${name} holds ${construct}, which notes cannot say`);
  return [
    ...say('the introduction', markupIn(introduction)),
    ...quotes.flatMap(({ id, paragraphs }) =>
      say(`quote ${id}`, [
        ...(paragraphs.length > 1 ? ['several paragraphs'] : []),
        ...markupIn(paragraphs),
      ]),
    ),
  ];
}

/** Reads the notes back, and names what would not be the same. */
function findMisread(pieces: Piece[], text: string): string[] {
  const { notes, problems } = parseNotes(text);
  if (!notes) {
    const names = pieces.flatMap(({ name, lines }) => lines.split('\n').map(() => name));
    return problems
      .filter(({ severity }) => severity === 'error')
      .map(({ line, subject, message }) => `${names[line - 1]}: the ${subject} ${message}`);
  }
  const back = piecesOf(notes);
  const misread = pieces
    .filter(({ fields }, index) => fields.some((field, at) => field !== back[index]?.fields[at]))
    .map(({ name }) => `${name} holds marks or spaces that notes would not give back`);
  // One line too many moves all that follow it.
  return back.length === pieces.length ? misread : misread.slice(0, 1);
}

/** What a collection may say beyond its notes. */
function findLeftOut({ parts, person, lang, subjects, report, date }: Collection): string[] {
  const quotes = parts.flatMap((part) => part.quotes);
  const idFor = slugger();
  const count = (field: string, has: (quote: Quote) => boolean) => {
    const number = quotes.filter(has).length;
    return number === 0 ? [] : [`${field} (${number})`];
  };
  const fields = [
    // An import makes them of the themes.
    ...count('id', (quote) => quote.id !== idFor(quoteTitle(quote))),
    ...(['url', 'date', 'locator'] as const).flatMap((field) =>
      count(field, (quote) => quote[field] !== undefined),
    ),
    ...count('aliases', ({ aliases }) => aliases.length > 0),
    ...count('status', ({ status }) => status !== 'attributed'),
    ...count('person', (quote) => quote.person?.name !== person),
    ...count('lang', (quote) => quote.lang !== lang),
    ...(subjects.length > 0 ? ['the subjects'] : []),
    ...(report === undefined ? [] : ['the report address']),
    ...(date === undefined ? [] : ['the date of the collection']),
  ];
  return fields.length === 0 ? [] : [`not said in notes: ${fields.join(', ')}`];
}
