import { mentions } from './mentions.ts';
import type { About, Collection, Quote, Source, Subject, Theme } from './model.ts';
import { indexOrder } from './order.ts';
import type { Problem } from './problem.ts';
import { rules, type RuleId } from './rules.ts';
import { slugger, slugKey } from './slug.ts';

/** The subjects that quotes mention, in the order of an index, each with its quotes in theirs. */
export function gatherSubjects({ subjects, lang }: About, quotes: Quote[]): Subject[] {
  const slugFor = slugger();
  const named = subjects.map((subject): Subject => {
    return { ...subject, slug: slugFor(subject.term), quotes: [] };
  });
  const mentioned = mentions(named);
  for (const quote of quotes) {
    for (const subject of mentioned(quote.text).keys()) subject.quotes.push(quote);
  }
  const byLabel = indexOrder(lang);
  return named
    .filter((subject) => subject.quotes.length > 0)
    .toSorted((a, b) => byLabel(a.term, b.term));
}

/** What is wrong with the subjects of `collection.yaml`, seen together with the quotes. */
export function checkSubjects(about: About, { subjects, quotes }: Collection): Problem[] {
  const problems: Problem[] = [];
  const report = (rule: RuleId, message: string, fix: string) => {
    const { severity } = rules[rule];
    problems.push({ rule, severity, file: 'collection.yaml', field: 'subjects', message, fix });
  };
  const terms = new Set<string>();
  for (const { term, match } of about.subjects) {
    const count = subjects.find((subject) => subject.match === match)?.quotes.length ?? 0;
    if (terms.has(slugKey(term))) {
      report('repeated-subject', `names ${term} twice.`, 'Join the two.');
    }
    terms.add(slugKey(term));
    if (count === 0) {
      const fix = 'Correct the words that match it, or remove the subject.';
      report('unmentioned-subject', `names ${term}, which no quote mentions.`, fix);
    } else if (count > 1 && count * 2 >= quotes.length) {
      const message = `names ${term}, which ${count} of ${quotes.length} quotes mention.`;
      const fix = 'An index leads to few among many: narrow the words, or remove the subject.';
      report('broad-subject', message, fix);
    }
  }
  return problems;
}

/** Themes and sources that name a subject and lead to quotes that do not. */
export function seeAlso(
  { themes, sources }: Collection,
  subject: Subject,
): { themes: Theme[]; sources: Source[] } {
  const mentioned = mentions([subject]);
  const own = new Set(subject.quotes);
  const leadsOn = (label: string, quotes: Quote[]) =>
    mentioned(label).size > 0 && quotes.some((quote) => !own.has(quote));
  return {
    themes: themes.filter(({ label, quotes }) => leadsOn(label, quotes)),
    sources: sources.filter(({ name, quotes }) => leadsOn(name, quotes)),
  };
}

/** Other subjects of the same quotes, those first that share most for their size. */
export function nearestSubjects(subject: Subject, count: number): Subject[] {
  const shared = new Map<Subject, number>();
  for (const other of subject.quotes.flatMap(({ subjects }) => subjects)) {
    if (other !== subject) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared]
    .map(([other, both]) => ({ other, nearness: both / Math.sqrt(other.quotes.length) }))
    .toSorted((a, b) => b.nearness - a.nearness || (a.other.slug < b.other.slug ? -1 : 1))
    .slice(0, count)
    .map(({ other }) => other);
}
