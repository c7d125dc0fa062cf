import { plainText, textKey } from '../collection/plain-text.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import type { CollectionConfig, Ledger, QuoteEntry } from '../collection/model.ts';
import { LEDGER_FILE } from '../loader/permalinks.ts';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { addressable } from '../loader/sample.ts';
import { excerpt } from '../text/excerpt.ts';
import { slugger, slugKey } from '../text/slug.ts';
import {
  addPart,
  setFields,
  setIntroduction,
  setPartTitle,
  setText,
  setTitle,
} from '../loader/edit-files.ts';
import { quoteFields, quoteFile, quotePath } from '../loader/write-files.ts';
import { fingerprint, type Imported } from './import-state.ts';
import type { ImportData, ImportedQuote } from './import-data.ts';
import { matchQuotes } from './match-quotes.ts';
import { planOrders } from './plan-order.ts';

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

/**
 * Compares an import with a collection. Running text follows the import where the curator has not
 * corrected it; what has a name, a place or a mark of the curator's stays.
 */
export function planUpdate(data: ImportData, present: Present, options: UpdateOptions = {}): Plan {
  const { about, files, ledger = {}, imported, read } = present;
  const entries = addressable(present.entries, ledger);
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
    if (before !== after) plan.changes.push({ path, before, after });
  };
  const choose = (path: string) => choicesFor(path, plan, options);

  const config = read(COLLECTION_FILE);
  const configChoices = choose(COLLECTION_FILE);
  const last = imported?.introduction;
  change(COLLECTION_FILE, config, updateConfig(data, about, config, last, configChoices));
  if (data.introduction !== undefined) next.introduction = fingerprint(data.introduction);

  const matches = matchQuotes(data.quotes, entries);
  const withdrawn = Object.keys(ledger).filter((id) => ledger[id] !== 'live');
  const quotes = data.quotes.filter((quote) => {
    if (matches.has(quote) || withdrawn.length === 0) return true;
    const name = slugger(about.lang)(quoteTitle(quote));
    const words = fingerprint(quote.text);
    const gone = withdrawn.find((id) => id === name || imported?.quotes[id] === words);
    const message = `${gone}: is withdrawn, and the import has that quote: ${shown(quote.text)}`;
    return gone === undefined || choose(LEDGER_FILE).mayOverwrite(message);
  });
  const orders = planOrders(
    quotes,
    matches,
    entries,
    options.overwrite,
    configChoices.mayOverwrite,
  );
  const idFor = slugger(about.lang, [
    ...present.entries.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...Object.keys(ledger),
  ]);
  for (const quote of quotes) {
    const entry = matches.get(quote);
    const order = orders.get(quote);
    const id = entry?.id ?? idFor(quoteTitle(quote));
    next.quotes[id] = fingerprint(quote.text);
    const path = entry ? files.get(id)! : quotePath(id);
    const before = entry && read(path);
    const after = entry
      ? updateQuote(quote, order, entry, before!, imported?.quotes[id], choose(path))
      : quoteFile({ ...quote, order });
    change(path, before, after);
  }
  const matched = new Set(matches.values());
  plan.kept.push(...entries.filter((entry) => !matched.has(entry)).map(({ id }) => files.get(id)!));
  for (const entry of present.entries) {
    const path = files.get(entry.id)!;
    if (!entries.includes(entry)) plan.removed.push({ path, before: read(path) });
  }
  return plan;
}

/** Says what an import may change in a file; what it may not is a conflict of the plan. */
function choicesFor(
  path: string,
  { conflicts, texts }: Plan,
  { overwrite = false, update = false }: UpdateOptions,
) {
  const mayOverwrite = (message: string): boolean => {
    if (!overwrite) conflicts.push({ path, message });
    return overwrite;
  };
  return {
    mayOverwrite,
    mayChange: (what: string, there: Value, value: Value): boolean =>
      value !== undefined &&
      value !== there &&
      (there === undefined ||
        mayOverwrite(`${what}: is ${shown(there)}, and the import has ${shown(value)}`)),
    /** `last` is what came in before; what differs from it was corrected here. */
    mayRewrite: (what: string, there: string, text: string, last?: string, loss?: string) => {
      if (textKey(text) === textKey(there)) return false;
      const corrected =
        last === undefined
          ? !update && 'may have been corrected here'
          : fingerprint(there) !== last && 'was corrected here';
      const why = loss ?? corrected;
      const message = `${what}: ${why}, and the import has another text: ${shown(text)}`;
      const isTaken = !why || mayOverwrite(message);
      if (isTaken) texts.push(path);
      return isTaken;
    },
  };
}

type Value = string | number | undefined;
type Choices = ReturnType<typeof choicesFor>;

function updateQuote(
  quote: ImportedQuote,
  order: number | undefined,
  entry: QuoteEntry,
  before: string,
  last: string | undefined,
  { mayChange, mayRewrite }: Choices,
): string {
  const loss = whatTextWouldLose(quote, entry);
  const isText = mayRewrite('body', entry.text, quote.text, last, loss);
  const text = isText ? setText(before, quote.text) : before;
  const changed: Record<string, string | number> = {};
  for (const field of quoteFields) {
    const value = quote[field];
    // Every quote has a status; only a file may say that it has one.
    const isDefault = field === 'status' && entry.status === 'attributed' && value !== entry.status;
    if (mayChange(field, isDefault ? undefined : entry[field], value)) changed[field] = value!;
  }
  if (quote.order === undefined && order !== undefined) changed['order'] = order;
  return Object.keys(changed).length > 0 ? setFields(text, changed) : text;
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
  last: string | undefined,
  { mayChange, mayRewrite }: Choices,
): string {
  let after = mayChange('title', about.title, title) ? setTitle(before, title) : before;
  const isPlain = about.introduction.flat().every(({ type }) => type === 'text');
  const there = plainText(about.introduction);
  const loss = isPlain ? undefined : 'has emphasis or links';
  if (introduction !== undefined && mayRewrite('introduction', there, introduction, last, loss))
    after = setIntroduction(after, introduction);
  const known = [...about.parts];
  const slugFor = slugger(
    about.lang,
    known.map(({ slug }) => slug),
  );
  let place = known.length - 1;
  for (const part of parts) {
    const index = known.findIndex(({ number }) => number === part.number);
    if (index === -1) {
      const added = { number: part.number, title: part.title, slug: slugFor(part.title) };
      after = addPart(after, place, added);
      known.splice(++place, 0, added);
    } else {
      place = index;
      if (mayChange(`part ${part.number}`, known[index]!.title, part.title))
        after = setPartTitle(after, index, part.title);
    }
  }
  return after;
}

function shown(value: string | number): string {
  return `“${excerpt(String(value), 80)}”`;
}
