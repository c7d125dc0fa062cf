import { textKey } from '../collection/plain-text.ts';
import {
  findNearDuplicates,
  findSameLabels,
  findSameNames,
  type NearDuplicate,
} from '../collection/near-duplicates.ts';
import type { QuoteEntry } from '../collection/model.ts';
import type { Reporter } from './diagnostic.ts';
import type { Origin } from './quote-file.ts';
import { slugKey } from '../text/slug.ts';

/** What only shows when all quotes are seen together. */
export function checkUniqueness(origins: Map<QuoteEntry, Origin>, report: Reporter): void {
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const [{ id, text }, { file, at }] of origins) {
    const sameId = ids.get(slugKey(id));
    if (sameId) {
      const message = `has the same id as ${sameId}.`;
      report({ rule: 'repeated-id', file, message, hint: 'Rename one of the two.' });
    } else ids.set(slugKey(id), file);
    const sameText = texts.get(textKey(text));
    if (sameText) {
      const message = `is the same quote as ${sameText}.`;
      const hint = 'Keep one of the two.';
      report({ rule: 'duplicate-quote', file, ...at('body'), field: 'body', message, hint });
    } else texts.set(textKey(text), file);
  }
  for (const [{ aliases }, { file, at }] of origins) {
    for (const alias of aliases) {
      const other = ids.get(alias);
      if (other) {
        const message = `names ${alias}, which is the id or an alias of ${other}.`;
        const place = { file, ...at('aliases'), field: 'aliases' };
        report({ rule: 'taken-alias', ...place, message, hint: 'Remove it.' });
      } else ids.set(alias, file);
    }
  }
}

/** Quotes of one part with the same order, whose sequence their ids then decide. */
export function checkOrders(origins: Map<QuoteEntry, Origin>, report: Reporter): void {
  const seen = new Map<string, string>();
  for (const [{ part, order }, { file, at }] of origins) {
    if (order === undefined) continue;
    const key = `${part} ${order}`;
    const other = seen.get(key);
    if (other) {
      const message = `is ${order}, as in ${other}.`;
      const hint = 'Give each its own; npm run move and npm run renumber do it for you.';
      report({ rule: 'repeated-order', file, ...at('order'), field: 'order', message, hint });
    } else seen.set(key, file);
  }
}

/** Ids in `similar` that no quote has. */
export function checkSimilar(origins: Map<QuoteEntry, Origin>, report: Reporter): void {
  const ids = new Set([...origins.keys()].map(({ id }) => id));
  for (const [{ similar = [] }, { file, at }] of origins) {
    for (const id of similar.filter((other) => !ids.has(other))) {
      const message = `names ${id}, which is no quote.`;
      const hint = 'Write the name of its file without .md, or remove it.';
      report({ rule: 'unknown-similar', file, ...at('similar'), field: 'similar', message, hint });
    }
  }
}

const likenesses: Record<NearDuplicate<QuoteEntry>['kind'], (file: string) => string> = {
  marks: (file) => `differs from ${file} only by case, marks and spaces.`,
  inside: (file) => `is contained in ${file}.`,
  near: (file) => `is nearly the same as ${file}.`,
};

/** What may be meant so, but looks like a slip: quotes and labels that resemble each other. */
export function checkNearDuplicates(origins: Map<QuoteEntry, Origin>, report: Reporter): void {
  const entries = [...origins.keys()];
  const byText = Map.groupBy(entries, ({ text }) => textKey(text));
  const different = [...byText.values()].map(([first]) => first!);
  for (const { quote, other, kind } of findNearDuplicates(different)) {
    if (quote.similar?.includes(other.id) || other.similar?.includes(quote.id)) continue;
    const { file, at } = origins.get(quote)!;
    const message = likenesses[kind](origins.get(other)!.file);
    const hint = `Keep one of the two; if they are alike on purpose, write similar: [${other.id}].`;
    report({ rule: 'near-duplicate-quote', file, ...at('body'), field: 'body', message, hint });
  }
  const originsBy = (field: 'theme' | 'source') => {
    const labelled = entries.filter((entry) => entry[field] !== undefined);
    const byLabel = Map.groupBy(labelled, (entry) => entry[field]!);
    return new Map([...byLabel].map(([label, [first]]) => [label, origins.get(first!)!]));
  };
  const themes = originsBy('theme');
  for (const { label, other } of findSameLabels([...themes.keys()])) {
    const { file, at } = themes.get(label)!;
    const message = `“${label}” differs from “${other}” in ${themes.get(other)!.file} only by case and punctuation.`;
    const hint = 'Write both the same.';
    report({ rule: 'alike-themes', file, ...at('theme'), field: 'theme', message, hint });
  }
  const sources = originsBy('source');
  for (const { label, other } of findSameNames([...sources.keys()])) {
    const { file, at } = sources.get(label)!;
    const message = `“${label}” looks like “${other}” in ${sources.get(other)!.file}, spelt in another way.`;
    const hint = 'Write both the same, if they are one.';
    report({ rule: 'alike-sources', file, ...at('source'), field: 'source', message, hint });
  }
}
