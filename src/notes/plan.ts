import { plainText, textKey } from '../collection/body.ts';
import { wordsKey } from '../collection/likeness.ts';
import type { About, Ledger, Paragraph, QuoteEntry } from '../collection/model.ts';
import { readingOrder } from '../collection/order.ts';
import { formatLedger, growLedger, LEDGER_FILE } from '../collection/permalinks.ts';
import { ABOUT_FILE } from '../collection/read.ts';
import { slugger, slugKey } from '../collection/slug.ts';
import { addPart, setFields, setIntroduction, setPartTitle, setText, setTitle } from './edit.ts';
import { quoteFile, quotePath } from './files.ts';
import type { Incoming, IncomingQuote } from './incoming.ts';

/** A collection as it stands, with the text of its files. */
export interface Present {
  about: About;
  entries: QuoteEntry[];
  files: Map<string, string>;
  ledger?: Ledger;
  /** The text of a file by its path in the content folder. */
  read: (path: string) => string;
}

/** What an import would do to a collection that is there. */
export interface Plan {
  changes: { path: string; before?: string; after: string }[];
  /** What the curator has made of a quote and the import says otherwise: it stays, unless asked. */
  conflicts: { path: string; message: string }[];
  /** Quotes that are not, or no longer, in what comes in. */
  kept: string[];
}

/** Compares what comes in with what is there; `overwrite` lets it win where they disagree. */
export function planUpdate(incoming: Incoming, present: Present, { overwrite = false } = {}): Plan {
  const { about, entries, files, ledger, read } = present;
  const plan: Plan = { changes: [], conflicts: [], kept: [] };
  const change = (path: string, before: string | undefined, after: string) => {
    if (before !== after)
      plan.changes.push({ path, ...(before !== undefined && { before }), after });
  };
  /** Whether a change may be made that would lose something of the curator's. */
  const mayLose = (path: string, message: string) => {
    if (!overwrite) plan.conflicts.push({ path, message });
    return overwrite;
  };

  change(ABOUT_FILE, read(ABOUT_FILE), updateAbout(incoming, about, read(ABOUT_FILE), mayLose));

  const matches = matchQuotes(incoming.quotes, entries);
  const orders = planOrders(incoming.quotes, matches, entries);
  const taken = [
    ...entries.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...Object.keys(ledger ?? {}),
  ];
  const idFor = slugger(taken);
  const added: string[] = [];
  for (const quote of incoming.quotes) {
    const entry = matches.get(quote);
    const order = orders.get(quote);
    if (!entry) {
      const id = idFor(quote.theme);
      added.push(id);
      change(
        quotePath(id),
        undefined,
        quoteFile({ ...quote, ...(order !== undefined && { order }) }),
      );
      continue;
    }
    const path = files.get(entry.id)!;
    const before = read(path);
    const wanted = { ...quote, ...(order !== undefined && { order }) };
    change(
      path,
      before,
      updateQuote(wanted, entry, before, (message) => mayLose(path, message)),
    );
  }
  const matched = new Set(matches.values());
  plan.kept.push(...entries.filter((entry) => !matched.has(entry)).map(({ id }) => files.get(id)!));
  if (ledger && added.length > 0) {
    const grown = growLedger(
      ledger,
      added.map((id) => ({ id, aliases: [] })),
    );
    change(LEDGER_FILE, read(LEDGER_FILE), formatLedger(grown));
  }
  return plan;
}

/**
 * Finds the quote that each incoming one is: the one with its text; else that with its theme, in
 * its part; else that with its words, whatever the marks between them.
 */
function matchQuotes(
  quotes: IncomingQuote[],
  entries: QuoteEntry[],
): Map<IncomingQuote, QuoteEntry> {
  const matches = new Map<IncomingQuote, QuoteEntry>();
  const free = new Set(entries);
  type Keyed = Pick<QuoteEntry, 'part' | 'theme' | 'text'>;
  const keys: ((quote: Keyed) => string)[] = [
    ({ text }) => textKey(text),
    ({ part, theme }) => `${part} ${slugKey(theme)}`,
    ({ text }) => wordsKey(text),
  ];
  for (const keyOf of keys) {
    const waiting = new Map<string, QuoteEntry[]>();
    for (const entry of readingOrder([...free])) {
      waiting.set(keyOf(entry), [...(waiting.get(keyOf(entry)) ?? []), entry]);
    }
    for (const quote of quotes) {
      const entry = matches.has(quote) ? undefined : waiting.get(keyOf(quote))?.shift();
      if (!entry) continue;
      matches.set(quote, entry);
      free.delete(entry);
    }
  }
  return matches;
}

/**
 * The orders that have to be written: none in a part whose quotes already stand as they come in,
 * else as few as put them there.
 */
function planOrders(
  quotes: IncomingQuote[],
  matches: Map<IncomingQuote, QuoteEntry>,
  entries: QuoteEntry[],
): Map<IncomingQuote, number> {
  const orders = new Map<IncomingQuote, number>();
  for (const part of new Set(quotes.map((quote) => quote.part))) {
    const own = quotes.filter((quote) => quote.part === part);
    const wanted = own.map((quote) => matches.get(quote));
    const there = new Set(wanted);
    const standing = readingOrder(entries.filter((entry) => entry.part === part)).filter((entry) =>
      there.has(entry),
    );
    const isGiven = own.some(({ order }) => order !== undefined);
    const isInOrder = standing.every((entry, index) => entry === wanted[index]);
    if (!isGiven && isInOrder && standing.length === own.length) continue;
    let last = 0;
    for (const quote of own) {
      const entry = matches.get(quote);
      const before = entry?.part === part ? entry.order : undefined;
      const order = quote.order ?? (before !== undefined && before > last ? before : last + 1);
      if (order !== before) orders.set(quote, order);
      last = order;
    }
  }
  return orders;
}

const optional = ['url', 'date', 'locator', 'status', 'person', 'lang'] as const;

function updateQuote(
  quote: IncomingQuote,
  entry: QuoteEntry,
  before: string,
  mayLose: (message: string) => boolean,
): string {
  let after = before;
  const isSameText = textKey(quote.text) === textKey(entry.text);
  const isVerified = entry.status === 'verified';
  if (!isSameText) {
    const loss = isVerified
      ? 'is verified'
      : isMarkedUp(entry.paragraphs)
        ? 'has emphasis, breaks or paragraphs'
        : undefined;
    const message = `body: ${loss}, and what comes in has another text: ${shown(quote.text)}`;
    if (loss === undefined || mayLose(message)) after = setText(after, quote.text);
  }
  const fields: Record<string, string | number> = {};
  if (quote.part !== entry.part) fields['part'] = quote.part;
  if (quote.theme !== entry.theme) fields['theme'] = quote.theme;
  if (quote.source !== entry.source) {
    const message = `source: the quote is verified in ${shown(entry.source)}, and what comes in says ${shown(quote.source)}`;
    if (!isVerified || mayLose(message)) fields['source'] = quote.source;
  }
  if (quote.order !== undefined && quote.order !== entry.order) fields['order'] = quote.order;
  for (const field of optional) {
    const value = quote[field];
    // Every quote has a status; only a file may say that it has one.
    const there = field === 'status' && entry.status === 'attributed' ? undefined : entry[field];
    if (value === undefined || value === entry[field]) continue;
    const message = `${field}: is ${shown(String(there))}, and what comes in says ${shown(value)}`;
    if (there === undefined || mayLose(message)) fields[field] = value;
  }
  return Object.keys(fields).length === 0 ? after : setFields(after, fields);
}

function updateAbout(
  incoming: Incoming,
  about: About,
  before: string,
  mayLose: (path: string, message: string) => boolean,
): string {
  let after = before;
  if (incoming.title !== undefined && incoming.title !== about.title) {
    after = setTitle(after, incoming.title);
  }
  const { introduction } = incoming;
  if (
    introduction !== undefined &&
    textKey(introduction) !== textKey(plainText(about.introduction))
  ) {
    const isPlain = about.introduction.flat().every(({ type }) => type === 'text');
    const message = 'introduction: has emphasis or links, and what comes in has another text';
    if (isPlain || mayLose(ABOUT_FILE, message)) after = setIntroduction(after, introduction);
  }
  const numbers = about.parts.map(({ number }) => number);
  const slugFor = slugger(about.parts.map(({ slug }) => slug));
  let place = numbers.length - 1;
  for (const part of incoming.parts) {
    const index = numbers.indexOf(part.number);
    if (index === -1) {
      after = addPart(after, place, { ...part, slug: slugFor(part.title) });
      numbers.splice(++place, 0, part.number);
    } else {
      place = index;
      const { title } = about.parts.find(({ number }) => number === part.number)!;
      if (title !== part.title) after = setPartTitle(after, index, part.title);
    }
  }
  return after;
}

function isMarkedUp(paragraphs: Paragraph[]): boolean {
  return paragraphs.length > 1 || paragraphs.flat().some(({ type }) => type !== 'text');
}

function shown(text: string): string {
  const line = textKey(text);
  return `“${line.length > 80 ? `${line.slice(0, 80)}…` : line}”`;
}
