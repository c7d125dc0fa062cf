import { textKey } from '../collection/plain-text.ts';
import {
  findNearDuplicates,
  findSameLabels,
  findSameNames,
  type NearDuplicate,
} from '../collection/near-duplicates.ts';
import type { Collection, CollectionConfig, QuoteEntry } from '../collection/model.ts';
import type { Reporter } from './diagnostic.ts';
import { COLLECTION_FILE } from './file-names.ts';
import type { Origin } from './quote-file.ts';
import type { RuleId } from './rules.ts';
import { slugKey } from '../text/slug.ts';

type Origins = ReadonlyMap<QuoteEntry, Origin>;

/** What only shows when all quotes are seen together. */
export function checkCrossFileRules(origins: Origins): void {
  checkUniqueness(origins);
  checkOrders(origins);
  checkSimilar(origins);
  checkNearDuplicates(origins);
  checkLabels(origins, 'theme', findSameLabels, (report, label, other) => {
    const message = `“${label}” differs from ${other} only by case and punctuation.`;
    report('alike-themes', 'theme', message, 'Write both the same.');
  });
  checkLabels(origins, 'source', findSameNames, (report, label, other) => {
    const message = `“${label}” looks like ${other}, spelt in another way.`;
    report('alike-sources', 'source', message, 'Write both the same, if they are one.');
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

function checkUniqueness(origins: Origins): void {
  const [firstId, firstText] = [firstFiles(), firstFiles()];
  for (const [{ id, text }, { file, report }] of origins) {
    const [sameId, sameText] = [firstId(slugKey(id), file), firstText(textKey(text), file)];
    if (sameId)
      report('repeated-id', undefined, `has the same id as ${sameId}.`, 'Rename one of the two.');
    const hint = 'Keep one of the two.';
    if (sameText) report('duplicate-quote', 'body', `is the same quote as ${sameText}.`, hint);
  }
  for (const [{ aliases }, { file, report }] of origins) {
    for (const alias of aliases) {
      const other = firstId(alias, file);
      const message = `names ${alias}, which is the id or an alias of ${other}.`;
      if (other) report('taken-alias', 'aliases', message, 'Remove it.');
    }
  }
}

/** Quotes of one part with the same order, whose sequence their ids then decide. */
function checkOrders(origins: Origins): void {
  const firstOrder = firstFiles();
  for (const [{ part, order }, { file, report }] of origins) {
    const other = order === undefined ? undefined : firstOrder(`${part} ${order}`, file);
    const hint = 'Give each its own; npm run move and npm run renumber do it for you.';
    if (other) report('repeated-order', 'order', `is ${order}, as in ${other}.`, hint);
  }
}

/** Ids in `similar` that no quote has. */
function checkSimilar(origins: Origins): void {
  const ids = new Set(Array.from(origins.keys(), ({ id }) => id));
  const hint = 'Write the name of its file without .md, or remove it.';
  for (const [{ similar = [] }, { report }] of origins) {
    for (const id of similar.filter((other) => !ids.has(other)))
      report('unknown-similar', 'similar', `names ${id}, which is no quote.`, hint);
  }
}

const likenesses: Record<NearDuplicate<QuoteEntry>['kind'], (file: string) => string> = {
  marks: (file) => `differs from ${file} only by case, marks and spaces.`,
  inside: (file) => `is contained in ${file}.`,
  near: (file) => `is nearly the same as ${file}.`,
};

/** Quotes that resemble each other, which may be meant so, but looks like a slip. */
function checkNearDuplicates(origins: Origins): void {
  const byText = Map.groupBy(origins.keys(), ({ text }) => textKey(text));
  const different = Array.from(byText.values(), ([first]) => first!);
  for (const { quote, other, kind } of findNearDuplicates(different)) {
    if (quote.similar?.includes(other.id) || other.similar?.includes(quote.id)) continue;
    const message = likenesses[kind](origins.get(other)!.file);
    const hint = `Keep one of the two; if they are alike on purpose, write similar: [${other.id}].`;
    origins.get(quote)!.report('near-duplicate-quote', 'body', message, hint);
  }
}

/** Reports labels that resemble each other, with the other and its file. */
function checkLabels(
  origins: Origins,
  field: 'theme' | 'source',
  findAlike: typeof findSameLabels,
  reportAlike: (report: Origin['report'], label: string, other: string) => void,
): void {
  const firsts = new Map<string, Origin>();
  for (const [{ [field]: label }, origin] of origins)
    if (label !== undefined && !firsts.has(label)) firsts.set(label, origin);
  for (const { label, other } of findAlike([...firsts.keys()]))
    reportAlike(firsts.get(label)!.report, label, `“${other}” in ${firsts.get(other)!.file}`);
}

/** A collection that is smaller has just begun, and what two of its quotes mention is no warning yet. */
const MIN_QUOTES = 12;

/** Reports subjects of `collection.yaml` that the quotes make useless. */
export function checkSubjects(
  about: CollectionConfig,
  { subjects, quotes }: Collection,
  reporter: Reporter,
): void {
  const report = (rule: RuleId, message: string, hint: string) =>
    reporter({ rule, file: COLLECTION_FILE, field: 'subjects', message, hint });
  const terms = new Set<string>();
  for (const { term, match, search } of about.subjects) {
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
