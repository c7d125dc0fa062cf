import { assemble } from '../../../src/collection/assemble.ts';
import type { QuoteEntry } from '../../../src/collection/model.ts';
import { asFull, type FullCollection } from '../../full-quote.ts';

/** A collection with one part and the quotes `id: text`, each with its own theme and source. */
export function collectionOf(
  texts: Record<string, string>,
  subjects: Record<string, string[]> = {},
  lang = 'en',
): FullCollection {
  const entries = Object.entries(texts).map(([id, text], index): QuoteEntry => ({
    id,
    part: 1,
    theme: `On ${id}`,
    source: `Source of ${id}`,
    order: index,
    paragraphs: [[{ type: 'text', value: text }]],
    text,
    aliases: [],
    status: 'attributed',
  }));
  return asFull(
    assemble(
      {
        title: 'A book',
        person: 'A person',
        lang,
        introduction: [],
        parts: [{ number: 1, title: 'The part', slug: 'the-part' }],
        subjects: Object.entries(subjects).map(([term, match]) => ({ term, match })),
      },
      entries,
    ),
  );
}
