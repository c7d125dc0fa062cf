import type { Item, ReadResult } from './item.ts';
import { quoted, reporter } from './item.ts';

/** A heading, with the number of quotes directly below it. */
interface Heading {
  depth: number;
  title: string;
  line: number;
  quotes: number;
}

/**
 * The headings of a document. The first is its title where it is above all others in rank, or above
 * none and without quotes of its own; of the others the highest are parts, those below them themes.
 */
export class Outline {
  readonly #headings: Heading[] = [];
  readonly #places = new Map<Item, number>();

  add(depth: number, title: string, line: number): void {
    this.#headings.push({ depth, title, line, quotes: 0 });
  }

  /** Puts an item below the last heading. */
  place(item: Item): void {
    const heading = this.#headings.at(-1);
    if (!heading) return;
    heading.quotes += 1;
    this.#places.set(item, this.#headings.length - 1);
  }

  /** Gives the title and the parts and themes of items; a heading without quotes is named. */
  resolve(result: ReadResult): void {
    const [first, ...others] = this.#headings;
    if (!first) return;
    const isAbove = (least: number) => others.every(({ depth }) => depth >= first.depth + least);
    const isFirst = result.items.every((item) => this.#places.has(item));
    const isTitle = isFirst && (isAbove(1) || (first.quotes === 0 && isAbove(0)));
    if (isTitle) result.title ??= first.title;
    const rest = isTitle ? others : this.#headings;
    const top = Math.min(...rest.map(({ depth }) => depth));
    const used = new Set<Heading>();
    let part: Heading | undefined;
    const parts = this.#headings.map((heading) => {
      if (heading.depth === top && !(isTitle && heading === first)) part = heading;
      return part;
    });
    for (const [item, index] of this.#places) {
      const heading = this.#headings[index]!;
      const part = parts[index];
      if (part) item.part = part.title;
      if (part && heading !== part) item.theme ??= heading.title;
      for (const each of [part, heading]) if (each) used.add(each);
    }
    const { notice } = reporter(result.diagnostics);
    for (const heading of rest) {
      if (!used.has(heading))
        notice(heading.line, 'part', `has no quotes: ${quoted(heading.title)}`);
    }
  }
}
