import { plainText, textKey } from '../collection/plain-text.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { COLLECTION_FILE, LEDGER_FILE } from '../loader/file-names.ts';
import type { FileChange } from '../loader/file-names.ts';
import { takenIds } from '../loader/ledgers.ts';
import type { LoadResult } from '../loader/load.ts';
import { addressable } from '../loader/sample.ts';
import { excerpt } from '../text/excerpt.ts';
import { slugger, slugKey } from '../text/slug.ts';
import { addPart, keepLineEndings, setFields } from '../loader/edit-files.ts';
import { setIntroduction, setText, setValue } from '../loader/edit-files.ts';
import { collectionFile, quoteFields, quoteFile, quotePath } from '../loader/write-files.ts';
import { fingerprint, type ImportState } from '../loader/import-state.ts';
import type { ImportData, ImportedQuote } from './item.ts';
import { matchQuotes } from './match-quotes.ts';
import { planOrders } from './plan-orders.ts';

/** An existing collection that an import updates, with access to its files. */
export interface Target extends Pick<LoadResult, 'entries' | 'files' | 'ledger'> {
  config: CollectionConfig;
  /** The state of the last import, if it is known. */
  imported?: ImportState | undefined;
  /** Reads a file, by its path in the content folder. */
  read: (path: string) => string;
}

export interface UpdateOptions {
  /** Take the imported text if it is unknown who changed it. */
  update?: boolean;
  /** Take the imported values even over the curator's. */
  overwrite?: boolean;
}

/** What an import would change in a collection, except its ledgers. */
export interface Plan {
  changes: (FileChange & { after: string })[];
  /** Files whose quote or introduction changes. */
  texts: string[];
  /** Differences that may be the curator's. They stay, unless `overwrite` is set. */
  conflicts: { path: string; message: string }[];
  /** Files of quotes that are not in the import. */
  kept: string[];
  /** The unchanged sample quote, which is removed. */
  removed: FileChange[];
  /** The state for the next import. */
  imported: ImportState;
}

/** Plans a new collection, except its ledgers. */
export function newPlan(data: ImportData): Plan {
  const { introduction: value, title, lang } = data;
  const slugFor = slugger(lang);
  const parts = data.parts.map((part) => ({ ...part, slug: slugFor(part.title) }));
  const yaml = collectionFile({ ...data, parts });
  const introduction = value ? [[{ type: 'text' as const, value }]] : [];
  const config = { title, lang, introduction, parts, subjects: [] };
  const plan = planUpdate(data, { config, entries: [], files: new Map(), read: () => yaml });
  return { ...plan, changes: [{ path: COLLECTION_FILE, after: yaml }, ...plan.changes] };
}

/**
 * Plans the update of a collection. Texts change with the import unless the curator has corrected
 * them. Ids, orders, markup and fields that the curator has set stay.
 */
export function planUpdate(data: ImportData, target: Target, options: UpdateOptions = {}): Plan {
  const { config, files, ledger = {}, imported, read } = target;
  const entries = addressable(target.entries, ledger);
  const nextState: ImportState = { ...imported, quotes: { ...imported?.quotes } };
  const lists = { changes: [], texts: [], conflicts: [], kept: [], removed: [] };
  const plan: Plan = { ...lists, imported: nextState };
  const updateOf = (path: string) => fileUpdate(path, read(path), plan, options);

  const configUpdate = updateOf(COLLECTION_FILE);
  updateConfig(configUpdate, data, config, imported?.introduction);
  if (data.introduction !== undefined) nextState.introduction = fingerprint(data.introduction);

  const matches = matchQuotes(data.quotes, entries);
  const withdrawn = Object.keys(ledger).filter((id) => ledger[id] !== 'live');
  const quotes = data.quotes.filter((quote) => {
    if (matches.has(quote) || withdrawn.length === 0) return true;
    const name = slugger(config.lang)(quoteTitle(quote));
    const words = fingerprint(quote.text);
    const withdrawnId = withdrawn.find((id) => id === name || imported?.quotes[id] === words);
    const message = `${withdrawnId}: is withdrawn, but the import contains it: ${brief(quote.text)}`;
    return withdrawnId === undefined || updateOf(LEDGER_FILE).mayOverwrite(message);
  });
  const orders = planOrders(quotes, matches, configUpdate.mayOverwrite, options.overwrite);
  const idFor = slugger(config.lang, takenIds(target));
  for (const quote of quotes) {
    const entry = matches.get(quote);
    const order = orders.get(quote);
    const id = entry?.id ?? idFor(quoteTitle(quote));
    nextState.quotes[id] = fingerprint(quote.text);
    if (entry) updateQuote(updateOf(files.get(id)!), quote, order, entry, imported?.quotes[id]);
    else plan.changes.push({ path: quotePath(id), after: quoteFile({ ...quote, order }) });
  }
  plan.changes = plan.changes.filter(({ before, after }) => before !== after);
  const matched = new Set(matches.values());
  plan.kept = entries.filter((entry) => !matched.has(entry)).map(({ id }) => files.get(id)!);
  const samples = target.entries.filter((entry) => !entries.includes(entry));
  plan.removed = samples.map(({ id }) => ({ path: files.get(id)!, before: read(files.get(id)!) }));
  return plan;
}

type FileUpdate = ReturnType<typeof fileUpdate>;
type Value = string | number;

/** Updates a file. Changes that are not allowed are added to the plan as conflicts. */
function fileUpdate(
  path: string,
  before: string,
  { changes, conflicts, texts }: Plan,
  { overwrite = false, update = false }: UpdateOptions,
) {
  const file = { path, before, after: before };
  changes.push(file);
  const mayOverwrite = (message: string): boolean => {
    if (!overwrite) conflicts.push({ path, message });
    return overwrite;
  };
  return {
    edit(change: (plain: string) => string): void {
      file.after = keepLineEndings(file.after, change);
    },
    mayOverwrite,
    mayChange(what: string, current: Value | undefined, value: Value | undefined): boolean {
      if (value === undefined || value === current) return false;
      if (current === undefined) return true;
      return mayOverwrite(`${what}: is ${brief(current)}, but the import has ${brief(value)}`);
    },
    /** A text whose fingerprint is not that of the `last` import was corrected since. */
    mayRewrite(what: string, current: string, text: string, last?: string, loss?: string): boolean {
      if (textKey(text) === textKey(current)) return false;
      const isCorrected = last === undefined ? !update : fingerprint(current) !== last;
      const correction = `${last === undefined ? 'may have been' : 'was'} corrected here`;
      const why = loss ?? (isCorrected ? correction : undefined);
      const message = `${what}: ${why}, but the import has another text: ${brief(text)}`;
      if (why !== undefined && !mayOverwrite(message)) return false;
      texts.push(path);
      return true;
    },
  };
}

function updateQuote(
  update: FileUpdate,
  quote: ImportedQuote,
  order: number | undefined,
  entry: QuoteEntry,
  last: string | undefined,
): void {
  const loss = reasonToKeepText(quote, entry);
  if (update.mayRewrite('body', entry.text, quote.text, last, loss))
    update.edit((text) => setText(text, quote.text));
  for (const field of quoteFields) {
    const value = quote[field];
    // A quote whose file has no status is attributed, too.
    const isDefault = field === 'status' && entry.status === 'attributed' && value !== entry.status;
    if (update.mayChange(field, isDefault ? undefined : entry[field], value))
      update.edit((text) => setFields(text, { [field]: value! }));
  }
  if (quote.order === undefined && order !== undefined)
    update.edit((text) => setFields(text, { order }));
}

/** Returns why a new text would undo work of the curator. */
function reasonToKeepText(quote: ImportedQuote, entry: QuoteEntry): string | undefined {
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
  update: FileUpdate,
  { title, introduction, parts }: ImportData,
  config: CollectionConfig,
  last: string | undefined,
): void {
  if (update.mayChange('title', config.title, title))
    update.edit((yaml) => setValue(yaml, ['title'], title));
  const isPlain = config.introduction.flat().every(({ type }) => type === 'text');
  const current = plainText(config.introduction);
  const loss = isPlain ? undefined : 'has emphasis or links';
  if (introduction && update.mayRewrite('introduction', current, introduction, last, loss))
    update.edit((yaml) => setIntroduction(yaml, introduction));
  const knownParts = [...config.parts];
  const slugs = knownParts.map(({ slug }) => slug);
  const slugFor = slugger(config.lang, slugs);
  let lastIndex = knownParts.length - 1;
  for (const { number, title } of parts) {
    const index = knownParts.findIndex((part) => part.number === number);
    if (index === -1) {
      const added = { number, title, slug: slugFor(title) };
      update.edit((yaml) => addPart(yaml, lastIndex, added));
      knownParts.splice(++lastIndex, 0, added);
    } else {
      lastIndex = index;
      if (update.mayChange(`part ${number}`, knownParts[index]!.title, title))
        update.edit((yaml) => setValue(yaml, ['parts', index, 'title'], title));
    }
  }
}

function brief(value: string | number): string {
  return `“${excerpt(String(value), 80)}”`;
}
