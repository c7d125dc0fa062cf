import { textKey } from '../collection/plain-text.ts';
import { findNearDuplicates, findSameLabels } from '../collection/near-duplicates.ts';
import { findSameNames, type NearDuplicate } from '../collection/near-duplicates.ts';
import type { Collection, CollectionConfig, QuoteEntry } from '../collection/model.ts';
import type { FolderReporter } from './diagnostic.ts';
import { COLLECTION_FILE } from './file-names.ts';
import type { QuoteFile } from './quote-file.ts';
import type { RuleId } from './rules.ts';
import { slugKey } from '../text/slug.ts';

/** Checks the rules that compare quotes with each other. */
export function checkCrossFileRules(quotes: QuoteFile[]): void {
  checkUniqueness(quotes);
  checkOrders(quotes);
  checkSimilar(quotes);
  checkNearDuplicates(quotes);
  checkLabels(quotes, 'theme', findSameLabels, (label, other) => {
    const message = `“${label}” differs from ${other} only in case and punctuation.`;
    return ['alike-themes', message, 'Use one spelling.'];
  });
  checkLabels(quotes, 'source', findSameNames, (label, other) => {
    const message = `“${label}” may be another spelling of ${other}.`;
    return ['alike-sources', message, 'If they are the same source, use one spelling.'];
  });
}

/** Returns a lookup of the file that used a key first; undefined on the first use. */
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

/** Reports quotes of a part with the same order, which are then sorted by id. */
function checkOrders(quotes: QuoteFile[]): void {
  const firstOrder = firstFiles();
  const hint = 'Give each quote its own order, or run npm run renumber or npm run move.';
  for (const { entry, file, report, positionOf } of quotes) {
    const { part, order } = entry;
    const other = order === undefined ? undefined : firstOrder(`${part} ${order}`, file);
    if (other)
      report('repeated-order', `is ${order}, the same as in ${other}.`, hint, positionOf('order'));
  }
}

/** Reports ids in `similar` that no quote has. */
function checkSimilar(quotes: QuoteFile[]): void {
  const ids = new Set(quotes.map(({ entry }) => entry.id));
  const hint = 'Write the name of its file without .md, or remove it.';
  for (const { entry, report, positionOf } of quotes) {
    for (const id of entry.similar?.filter((other) => !ids.has(other)) ?? [])
      report('unknown-similar', `names ${id}, which is not a quote.`, hint, positionOf('similar'));
  }
}

const nearDuplicateMessages: Record<NearDuplicate<QuoteEntry>['kind'], (file: string) => string> = {
  marks: (file) => `differs from ${file} only in case, punctuation and spaces.`,
  inside: (file) => `is contained in ${file}.`,
  near: (file) => `is nearly the same as ${file}.`,
};

/** Reports quotes that are nearly the same, which may be a mistake. */
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

/** Reports labels that may be spellings of the same one. */
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

/** In smaller collections no subject is too broad: two mentions may be half of the quotes. */
const MIN_QUOTES = 12;

/** Reports subjects that are repeated, that no quote mentions, or that most quotes mention. */
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
      report('repeated-subject', `names ${term} twice.`, 'Merge the two.');
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
      const hint = 'An index entry should list few quotes: narrow its words, or remove it.';
      report('broad-subject', message, hint);
    }
  }
}
