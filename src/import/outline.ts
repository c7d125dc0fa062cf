import type { Item, ReadResult } from './item.ts';
import { quoted, reporter } from './item.ts';

/** A heading, with the quotes directly below it. */
interface Heading {
  depth: number;
  title: string;
  line: number;
  items: Item[];
}

/**
 * The headings of a document. The first is its title where it is above all others in rank, or above
 * none and without quotes of its own; of the others the highest are parts, those below them themes.
 */
export class Outline {
  readonly #headings: Heading[] = [];
  #isBegun = false;

  /** A depth of 0 is that of a plain heading, which is below every heading of Markdown. */
  add(depth: number, title: string, line: number): void {
    this.#headings.push({ depth: depth || 7, title, line, items: [] });
  }

  /** Puts an item below the last heading. */
  place(item: Item): void {
    this.#isBegun ||= this.#headings.length === 0;
    this.#headings.at(-1)?.items.push(item);
  }

  /** Gives the title and the parts and themes of items; a heading without quotes is named. */
  resolve(result: ReadResult): void {
    const [first, ...others] = this.#headings;
    if (!first) return;
    const least = first.depth + (first.items.length === 0 ? 0 : 1);
    const isTitle = !this.#isBegun && others.every(({ depth }) => depth >= least);
    if (isTitle) result.title ??= first.title;
    const rest = isTitle ? others : this.#headings;
    const top = rest.reduce((least, { depth }) => Math.min(least, depth), Infinity);
    const used = new Set<Heading>();
    let part: Heading | undefined;
    for (const heading of rest) {
      if (heading.depth === top) part = heading;
      for (const item of heading.items) {
        used.add(heading).add(part ?? heading);
        item.part = part?.title;
        if (part && heading !== part) item.theme ??= heading.title;
      }
    }
    const { notice } = reporter(result.diagnostics);
    for (const heading of rest) {
      if (!used.has(heading))
        notice(heading.line, 'part', `has no quotes: ${quoted(heading.title)}`);
    }
  }
}
