import { plainText, textKey } from '../collection/plain-text.ts';
import type { CollectionConfig, Ledger, Paragraph, QuoteEntry } from '../collection/model.ts';
import { formatLedger, addToLedger, LEDGER_FILE } from '../loader/permalinks.ts';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { slugger, slugKey } from '../text/slug.ts';
import {
  addPart,
  setFields,
  setIntroduction,
  setPartTitle,
  setText,
  setTitle,
} from './edit-files.ts';
import { quoteFile, quotePath } from './write.ts';
import { fingerprint, type Imported } from './import-state.ts';
import type { Incoming, IncomingQuote } from './import-data.ts';
import { matchQuotes } from './match-quotes.ts';
import { planOrders } from './plan-order.ts';

/** A collection as it stands, with the text of its files. */
export interface Present {
  about: CollectionConfig;
  entries: QuoteEntry[];
  files: Map<string, string>;
  ledger?: Ledger;
  /** What came in last, if that is known. */
  imported?: Imported | undefined;
  /** The text of a file by its path in the content folder. */
  read: (path: string) => string;
}

export interface Wishes {
  /** Whether a text that comes in is taken where nothing tells who changed it. */
  update?: boolean;
  /** Whether what comes in wins over all that the curator has. */
  overwrite?: boolean;
}

/** What an import would do to a collection that is there. */
export interface Plan {
  changes: { path: string; before?: string; after: string }[];
  /** Files whose running text changes, whoever wrote it last. */
  texts: string[];
  /** What stands otherwise than it comes in, and may be the curator's: it stays, unless asked. */
  conflicts: { path: string; message: string }[];
  /** Quotes that are not, or no longer, in what comes in. */
  kept: string[];
  /** What came in, for the next import. */
  imported: Imported;
}

/**
 * Compares what comes in with what is there. Running text follows what comes in where the curator
 * has not corrected it; what has a name, a place or a mark of the curator's stays.
 */
export function planUpdate(incoming: Incoming, present: Present, wishes: Wishes = {}): Plan {
  const { about, entries, files, ledger, imported, read } = present;
  const { update = false, overwrite = false } = wishes;
  const came: Imported = { ...imported, quotes: { ...imported?.quotes } };
  const plan: Plan = { changes: [], texts: [], conflicts: [], kept: [], imported: came };
  const change = (path: string, before: string | undefined, after: string) => {
    if (before !== after)
      plan.changes.push({ path, ...(before !== undefined && { before }), after });
  };
  /** Whether a change may be made that would lose something of the curator's. */
  const mayLose = (path: string, message: string) => {
    if (!overwrite) plan.conflicts.push({ path, message });
    return overwrite;
  };
  /** Why a text is taken for the curator's. */
  const correction = (text: string, last: string | undefined): string | undefined => {
    if (last === undefined) return update ? undefined : 'may have been corrected here';
    return fingerprint(text) === last ? undefined : 'was corrected here';
  };

  const aboutBefore = read(COLLECTION_FILE);
  const introduced = plainText(about.introduction);
  const updated = updateAbout(
    incoming,
    about,
    aboutBefore,
    correction(introduced, imported?.introduction),
    (message) => mayLose(COLLECTION_FILE, message),
  );
  if (incoming.introduction !== undefined) came.introduction = fingerprint(incoming.introduction);
  change(COLLECTION_FILE, aboutBefore, updated.after);
  if (updated.isText) plan.texts.push(COLLECTION_FILE);

  const matches = matchQuotes(incoming.quotes, entries);
  const quotes = incoming.quotes.filter(
    (quote) =>
      matches.has(quote) ||
      !isWithdrawn(quote, ledger) ||
      mayLose(LEDGER_FILE, withdrawnMessage(quote)),
  );
  const orders = planOrders(quotes, matches, entries, overwrite, (message) =>
    mayLose(COLLECTION_FILE, message),
  );
  const taken = [
    ...entries.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...Object.keys(ledger ?? {}),
  ];
  const idFor = slugger(taken);
  const added: string[] = [];
  for (const quote of quotes) {
    const entry = matches.get(quote);
    const order = orders.get(quote);
    if (!entry) {
      const id = idFor(quote.theme);
      added.push(id);
      came.quotes[id] = fingerprint(quote.text);
      change(
        quotePath(id),
        undefined,
        quoteFile({ ...quote, ...(order !== undefined && { order }) }),
      );
      continue;
    }
    const path = files.get(entry.id)!;
    const before = read(path);
    const corrected = correction(entry.text, imported?.quotes[entry.id]);
    const { after, isText } = updateQuote(quote, order, entry, before, corrected, (message) =>
      mayLose(path, message),
    );
    came.quotes[entry.id] = fingerprint(quote.text);
    change(path, before, after);
    if (isText) plan.texts.push(path);
  }
  const matched = new Set(matches.values());
  plan.kept.push(...entries.filter((entry) => !matched.has(entry)).map(({ id }) => files.get(id)!));
  if (ledger && added.length > 0) {
    const grown = addToLedger(
      ledger,
      added.map((id) => ({ id, aliases: [] })),
    );
    change(LEDGER_FILE, read(LEDGER_FILE), formatLedger(grown));
  }
  return plan;
}

/** Whether a quote of this theme was published once and taken back, as it would be called again. */
function isWithdrawn({ theme }: IncomingQuote, ledger: Ledger = {}): boolean {
  const id = slugger()(theme);
  return Object.hasOwn(ledger, id) && ledger[id] !== 'live';
}

function withdrawnMessage({ theme, text }: IncomingQuote): string {
  return `${slugger()(theme)}: is withdrawn, and what comes in has a quote of that theme: ${shown(text)}`;
}

const optional = ['url', 'date', 'locator', 'status', 'person', 'lang'] as const;

interface Updated {
  after: string;
  /** Whether running text is another. */
  isText: boolean;
}

function updateQuote(
  quote: IncomingQuote,
  order: number | undefined,
  entry: QuoteEntry,
  before: string,
  corrected: string | undefined,
  mayLose: (message: string) => boolean,
): Updated {
  let after = before;
  let isText = false;
  if (textKey(quote.text) !== textKey(entry.text)) {
    const loss = whatTextWouldLose(quote, entry) ?? corrected;
    const message = `body: ${loss}, and what comes in has another text: ${shown(quote.text)}`;
    isText = loss === undefined || mayLose(message);
    if (isText) after = setText(after, quote.text);
  }
  const fields: Record<string, string | number> = {};
  const set = (field: keyof IncomingQuote & keyof QuoteEntry) => {
    const value = quote[field];
    const there = entry[field];
    if (value === undefined || value === there) return;
    const message = `${field}: is ${shown(String(there))}, and what comes in says ${shown(String(value))}`;
    if (there === undefined || mayLose(message)) fields[field] = value;
  };
  set('part');
  set('theme');
  set('source');
  if (quote.order !== undefined) set('order');
  else if (order !== undefined) fields['order'] = order;
  for (const field of optional) {
    if (field !== 'status') set(field);
    // Every quote has a status; only a file may say that it has one.
    else if (entry.status !== 'attributed') set(field);
    else if (quote.status !== undefined && quote.status !== entry.status) {
      fields[field] = quote.status;
    }
  }
  if (Object.keys(fields).length > 0) after = setFields(after, fields);
  return { after, isText };
}

/** What of the curator's a new text would undo. */
function whatTextWouldLose(quote: IncomingQuote, entry: QuoteEntry): string | undefined {
  if (entry.status === 'verified') return 'is verified';
  if (isMarkedUp(entry.paragraphs)) return 'has emphasis, breaks or paragraphs';
  const isSame =
    quote.part === entry.part &&
    quote.source === entry.source &&
    slugKey(quote.theme) === slugKey(entry.theme ?? '');
  return isSame ? undefined : 'has another part, theme or source';
}

function updateAbout(
  incoming: Incoming,
  about: CollectionConfig,
  before: string,
  corrected: string | undefined,
  mayLose: (message: string) => boolean,
): Updated {
  let after = before;
  let isText = false;
  const disagrees = (what: string, there: string, value: string) =>
    value !== there &&
    mayLose(`${what}: is ${shown(there)}, and what comes in says ${shown(value)}`);
  if (incoming.title !== undefined && disagrees('title', about.title, incoming.title)) {
    after = setTitle(after, incoming.title);
  }
  const { introduction } = incoming;
  if (
    introduction !== undefined &&
    textKey(introduction) !== textKey(plainText(about.introduction))
  ) {
    const isPlain = about.introduction.flat().every(({ type }) => type === 'text');
    const loss = isPlain ? corrected : 'has emphasis or links';
    isText =
      loss === undefined || mayLose(`introduction: ${loss}, and what comes in has another text`);
    if (isText) after = setIntroduction(after, introduction);
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
      if (disagrees(`part ${part.number}`, title, part.title)) {
        after = setPartTitle(after, index, part.title);
      }
    }
  }
  return { after, isText };
}

function isMarkedUp(paragraphs: Paragraph[]): boolean {
  return paragraphs.length > 1 || paragraphs.flat().some(({ type }) => type !== 'text');
}

function shown(text: string): string {
  const line = textKey(text);
  return `“${line.length > 80 ? `${line.slice(0, 80)}…` : line}”`;
}
