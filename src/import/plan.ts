import { plainText, textKey } from '../collection/plain-text.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import type { CollectionConfig, Ledger, QuoteEntry } from '../collection/model.ts';
import { LEDGER_FILE } from '../loader/permalinks.ts';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { addressable } from '../loader/sample.ts';
import { slugger, slugKey } from '../text/slug.ts';
import {
  addPart,
  setFields,
  setIntroduction,
  setPartTitle,
  setText,
  setTitle,
} from '../loader/edit-files.ts';
import { quoteFile, quotePath } from '../loader/write-quote.ts';
import { fingerprint, type Imported } from './import-state.ts';
import type { ImportData, ImportedQuote } from './import-data.ts';
import { matchQuotes } from './match-quotes.ts';
import { planOrders } from './plan-order.ts';
import { withdrawnId } from './withdrawn-id.ts';

/** A collection that is there, with the text of its files. */
export interface Present {
  about: CollectionConfig;
  entries: QuoteEntry[];
  files: Map<string, string>;
  ledger?: Ledger;
  /** What was imported last, if that is known. */
  imported?: Imported | undefined;
  /** The text of a file by its path in the content folder. */
  read: (path: string) => string;
}

export interface UpdateOptions {
  /** Take the imported text where nothing tells who changed it. */
  update?: boolean;
  /** Take what is imported over all that the curator has. */
  overwrite?: boolean;
}

/** What an import would do to a collection that is there, but for its ledgers. */
export interface Plan {
  changes: { path: string; before?: string; after: string }[];
  /** Files whose running text changes, whoever wrote it last. */
  texts: string[];
  /** What differs from the import and may be the curator's: it stays, unless asked. */
  conflicts: { path: string; message: string }[];
  /** Quotes that are not, or no longer, in the import. */
  kept: string[];
  /** The sample with which the collection began, if nobody changed it. */
  removed: { path: string; before: string }[];
  /** What was imported, for the next import. */
  imported: Imported;
}

/** Whether a change that would lose something of the curator's is made; if not, it is a conflict. */
type MayOverwrite = (message: string) => boolean;

/**
 * Compares an import with a collection. Running text follows the import where the curator has not
 * corrected it; what has a name, a place or a mark of the curator's stays.
 */
export function planUpdate(data: ImportData, present: Present, options: UpdateOptions = {}): Plan {
  const { about, files, ledger, imported, read } = present;
  const entries = addressable(present.entries, ledger);
  const { update = false, overwrite = false } = options;
  const next: Imported = { ...imported, quotes: { ...imported?.quotes } };
  const plan: Plan = {
    changes: [],
    texts: [],
    conflicts: [],
    kept: [],
    removed: [],
    imported: next,
  };
  const change = (path: string, before: string | undefined, after: string) => {
    if (before === after) return;
    plan.changes.push({ path, ...(before !== undefined && { before }), after });
  };
  const mayOverwrite =
    (path: string): MayOverwrite =>
    (message) => {
      if (!overwrite) plan.conflicts.push({ path, message });
      return overwrite;
    };
  /** Why a text is taken for the curator's. */
  const correction = (text: string, last: string | undefined): string | undefined => {
    if (last === undefined) return update ? undefined : 'may have been corrected here';
    return fingerprint(text) === last ? undefined : 'was corrected here';
  };

  const configBefore = read(COLLECTION_FILE);
  const corrected = correction(plainText(about.introduction), imported?.introduction);
  const config = updateConfig(data, about, configBefore, corrected, mayOverwrite(COLLECTION_FILE));
  if (data.introduction !== undefined) next.introduction = fingerprint(data.introduction);
  change(COLLECTION_FILE, configBefore, config.after);
  if (config.isText) plan.texts.push(COLLECTION_FILE);

  const matches = matchQuotes(data.quotes, entries);
  const quotes = data.quotes.filter((quote) => {
    const gone = matches.has(quote) ? undefined : withdrawnId(quote, about.lang, present);
    const message = `${gone}: is withdrawn, and the import has that quote: ${shown(quote.text)}`;
    return gone === undefined || mayOverwrite(LEDGER_FILE)(message);
  });
  const orders = planOrders(quotes, matches, entries, overwrite, mayOverwrite(COLLECTION_FILE));
  const idFor = slugger(about.lang, [
    ...present.entries.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...Object.keys(ledger ?? {}),
  ]);
  for (const quote of quotes) {
    const entry = matches.get(quote);
    const order = orders.get(quote);
    if (!entry) {
      const id = idFor(quoteTitle(quote));
      next.quotes[id] = fingerprint(quote.text);
      const file = quoteFile({ ...quote, ...(order !== undefined && { order }) });
      change(quotePath(id), undefined, file);
      continue;
    }
    const path = files.get(entry.id)!;
    const before = read(path);
    const corrected = correction(entry.text, imported?.quotes[entry.id]);
    const updated = updateQuote(quote, order, entry, before, corrected, mayOverwrite(path));
    next.quotes[entry.id] = fingerprint(quote.text);
    change(path, before, updated.after);
    if (updated.isText) plan.texts.push(path);
  }
  const matched = new Set(matches.values());
  plan.kept.push(...entries.filter((entry) => !matched.has(entry)).map(({ id }) => files.get(id)!));
  for (const entry of present.entries) {
    const path = files.get(entry.id)!;
    if (!entries.includes(entry)) plan.removed.push({ path, before: read(path) });
  }
  return plan;
}

interface Updated {
  after: string;
  /** Whether running text is another. */
  isText: boolean;
}

const fields = [
  ...(['part', 'theme', 'source', 'order', 'url', 'date', 'locator'] as const),
  ...(['person', 'lang', 'status'] as const),
];

function updateQuote(
  quote: ImportedQuote,
  order: number | undefined,
  entry: QuoteEntry,
  before: string,
  corrected: string | undefined,
  mayOverwrite: MayOverwrite,
): Updated {
  let after = before;
  let isText = false;
  if (textKey(quote.text) !== textKey(entry.text)) {
    const loss = whatTextWouldLose(quote, entry) ?? corrected;
    isText =
      loss === undefined ||
      mayOverwrite(`body: ${loss}, and the import has another text: ${shown(quote.text)}`);
    if (isText) after = setText(after, quote.text);
  }
  const changed: Record<string, string | number> = {};
  for (const field of fields) {
    const value = quote[field];
    // Every quote has a status; only a file may say that it has one.
    const isDefault = field === 'status' && entry.status === 'attributed';
    const there = isDefault && value !== entry.status ? undefined : entry[field];
    if (value === undefined || value === there) continue;
    const message = `${field}: is ${shown(String(there))}, and the import has ${shown(String(value))}`;
    if (there === undefined || mayOverwrite(message)) changed[field] = value;
  }
  if (quote.order === undefined && order !== undefined) changed['order'] = order;
  if (Object.keys(changed).length > 0) after = setFields(after, changed);
  return { after, isText };
}

/** What of the curator's a new text would undo. */
function whatTextWouldLose(quote: ImportedQuote, entry: QuoteEntry): string | undefined {
  const { paragraphs } = entry;
  const isMarkedUp = paragraphs.flat().some(({ type }) => type !== 'text' && type !== 'break');
  if (entry.status === 'verified') return 'is verified';
  if (isMarkedUp) return 'has emphasis or code';
  if (entry.text.includes('\n') && !quote.text.includes('\n')) return 'has breaks or paragraphs';
  const isOther = (['part', 'theme', 'source'] as const).some((field) => {
    const value = quote[field];
    return value !== undefined && slugKey(String(value)) !== slugKey(String(entry[field] ?? ''));
  });
  return isOther ? 'has another part, theme or source' : undefined;
}

function updateConfig(
  { title, introduction, parts }: ImportData,
  about: CollectionConfig,
  before: string,
  corrected: string | undefined,
  mayOverwrite: MayOverwrite,
): Updated {
  let after = before;
  let isText = false;
  const differs = (what: string, there: string, value: string) =>
    value !== there &&
    mayOverwrite(`${what}: is ${shown(there)}, and the import has ${shown(value)}`);
  if (differs('title', about.title, title)) after = setTitle(after, title);
  if (
    introduction !== undefined &&
    textKey(introduction) !== textKey(plainText(about.introduction))
  ) {
    const isPlain = about.introduction.flat().every(({ type }) => type === 'text');
    const loss = isPlain ? corrected : 'has emphasis or links';
    isText =
      loss === undefined || mayOverwrite(`introduction: ${loss}, and the import has another text`);
    if (isText) after = setIntroduction(after, introduction);
  }
  const numbers = about.parts.map(({ number }) => number);
  const slugFor = slugger(
    about.lang,
    about.parts.map(({ slug }) => slug),
  );
  let last = numbers.length - 1;
  for (const part of parts) {
    const index = numbers.indexOf(part.number);
    if (index === -1) {
      after = addPart(after, last, { ...part, slug: slugFor(part.title) });
      numbers.splice(++last, 0, part.number);
    } else {
      last = index;
      const { title } = about.parts.find(({ number }) => number === part.number)!;
      if (differs(`part ${part.number}`, title, part.title)) {
        after = setPartTitle(after, index, part.title);
      }
    }
  }
  return { after, isText };
}

function shown(text: string): string {
  const line = textKey(text);
  return `“${line.length > 80 ? `${line.slice(0, 80)}…` : line}”`;
}
