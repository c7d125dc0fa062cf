import { textKey } from '../collection/plain-text.ts';
import {
  findNearDuplicates,
  findSameLabels,
  findSameNames,
  type NearDuplicate,
} from '../collection/near-duplicates.ts';
import type { Collection, CollectionConfig, QuoteEntry } from '../collection/model.ts';
import type { FolderReporter } from './diagnostic.ts';
import { COLLECTION_FILE } from './file-names.ts';
import type { QuoteFile } from './quote-file.ts';
import type { RuleId } from './rules.ts';
import { slugKey } from '../text/slug.ts';

/** What only shows when all quotes are seen together. */
export function checkCrossFileRules(quotes: QuoteFile[]): void {
  checkUniqueness(quotes);
  checkOrders(quotes);
  checkSimilar(quotes);
  checkNearDuplicates(quotes);
  checkLabels(quotes, 'theme', findSameLabels, (label, other) => {
    const message = `“${label}” differs from ${other} only by case and punctuation.`;
    return ['alike-themes', message, 'Write both the same.'];
  });
  checkLabels(quotes, 'source', findSameNames, (label, other) => {
    const message = `“${label}” looks like ${other}, spelt in another way.`;
    return ['alike-sources', message, 'Write both the same, if they are one.'];
  });
}

/** Gives the file in which something was seen first, or nothing for the first. */
function firstFiles() {
  const files = new Map<string, string>();
  return (key: string, file: string): string | undefined => {
    const first = files.get(key);
    if (first === undefined) files.set(key, file);
    return first;
  };
}

function checkUniqueness(quotes: QuoteFile[]): void {
  const [firstId, firstText] = [firstFiles(), firstFiles()];
  for (const { entry, file, report, positionOf } of quotes) {
    const sameId = firstId(slugKey(entry.id), file);
    if (sameId) report('repeated-id', `has the same id as ${sameId}.`, 'Rename one of the two.');
    const sameText = firstText(textKey(entry.text), file);
    const message = `is the same quote as ${sameText}.`;
    if (sameText) report('duplicate-quote', message, 'Keep one of the two.', positionOf('body'));
  }
  for (const { entry, file, report, positionOf } of quotes) {
    for (const alias of entry.aliases) {
      const other = firstId(alias, file);
      const message = `names ${alias}, which is the id or an alias of ${other}.`;
      if (other) report('taken-alias', message, 'Remove it.', positionOf('aliases'));
    }
  }
}

/** Quotes of one part with the same order, whose sequence their ids then decide. */
function checkOrders(quotes: QuoteFile[]): void {
  const firstOrder = firstFiles();
  const hint = 'Give each its own; npm run move and npm run renumber do it for you.';
  for (const { entry, file, report, positionOf } of quotes) {
    const { part, order } = entry;
    const other = order === undefined ? undefined : firstOrder(`${part} ${order}`, file);
    if (other) report('repeated-order', `is ${order}, as in ${other}.`, hint, positionOf('order'));
  }
}

/** Ids in `similar` that no quote has. */
function checkSimilar(quotes: QuoteFile[]): void {
  const ids = new Set(quotes.map(({ entry }) => entry.id));
  const hint = 'Write the name of its file without .md, or remove it.';
  for (const { entry, report, positionOf } of quotes) {
    for (const id of entry.similar?.filter((other) => !ids.has(other)) ?? [])
      report('unknown-similar', `names ${id}, which is no quote.`, hint, positionOf('similar'));
  }
}

const nearDuplicateMessages: Record<NearDuplicate<QuoteEntry>['kind'], (file: string) => string> = {
  marks: (file) => `differs from ${file} only by case, marks and spaces.`,
  inside: (file) => `is contained in ${file}.`,
  near: (file) => `is nearly the same as ${file}.`,
};

/** Quotes that resemble each other, which may be meant so, but looks like a slip. */
function checkNearDuplicates(quotes: QuoteFile[]): void {
  const files = new Map(quotes.map((quote) => [quote.entry, quote]));
  const byText = Map.groupBy(files.keys(), ({ text }) => textKey(text));
  const distinct = Array.from(byText.values(), ([first]) => first!);
  for (const { quote, other, kind } of findNearDuplicates(distinct)) {
    if (quote.similar?.includes(other.id) || other.similar?.includes(quote.id)) continue;
    const { report, positionOf } = files.get(quote)!;
    const message = nearDuplicateMessages[kind](files.get(other)!.file);
    const hint = `Keep one of the two; if they are alike on purpose, write similar: [${other.id}].`;
    report('near-duplicate-quote', message, hint, positionOf('body'));
  }
}

/** Reports labels that resemble each other, with the other and its file. */
function checkLabels(
  quotes: QuoteFile[],
  field: 'theme' | 'source',
  findDuplicates: typeof findSameLabels,
  describe: (label: string, other: string) => [rule: RuleId, message: string, hint: string],
): void {
  const firstQuotes = new Map<string, QuoteFile>();
  for (const quote of quotes) {
    const label = quote.entry[field];
    if (label !== undefined && !firstQuotes.has(label)) firstQuotes.set(label, quote);
  }
  for (const { label, other } of findDuplicates([...firstQuotes.keys()])) {
    const { report, positionOf } = firstQuotes.get(label)!;
    const firstUse = `“${other}” in ${firstQuotes.get(other)!.file}`;
    report(...describe(label, firstUse), positionOf(field));
  }
}

/** A collection that is smaller has just begun, and what two of its quotes mention is no warning yet. */
const MIN_QUOTES = 12;

/** Reports subjects of `collection.yaml` that the quotes make useless. */
export function checkSubjects(
  config: CollectionConfig,
  { subjects, quotes }: Collection,
  reportIn: FolderReporter,
): void {
  const report = (rule: RuleId, message: string, hint: string) =>
    reportIn(COLLECTION_FILE)(rule, message, hint, { field: 'subjects' });
  const terms = new Set<string>();
  for (const { term, match, search } of config.subjects) {
    const count = subjects.find((subject) => subject.match === match)?.quotes.length ?? 0;
    if (terms.has(slugKey(term))) {
      report('repeated-subject', `names ${term} twice.`, 'Join the two.');
    }
    terms.add(slugKey(term));
    const isFound = quotes.some(({ searchWords }) =>
      search?.every((word) => searchWords.includes(word)),
    );
    if (count === 0 && !isFound) {
      const hint = 'Correct the words that match it, or remove the subject.';
      report('unmentioned-subject', `names ${term}, which no quote mentions.`, hint);
    } else if (quotes.length >= MIN_QUOTES && count * 2 >= quotes.length) {
      const message = `names ${term}, which ${count} of ${quotes.length} quotes mention.`;
      const hint = 'An index leads to few among many: narrow the words, or remove the subject.';
      report('broad-subject', message, hint);
    }
  }
}
