import type { Collection, CollectionConfig } from '../collection/model.ts';
import { slugKey } from '../text/slug.ts';
import type { Reporter } from './diagnostic.ts';
import { COLLECTION_FILE } from './file-names.ts';
import type { RuleId } from './rules.ts';

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
