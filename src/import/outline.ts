import { quoted, reporter, type ReadResult } from './item.ts';

export interface Heading {
  /** The rank of a heading of Markdown; 7 for a plain one, which is below all these. */
  depth: number;
  title: string;
  line: number;
}

/**
 * Gives the title of a document, and the parts and themes of its items, by the headings above them.
 * The first heading is the title where it is above all others in rank, or above none and without
 * quotes of its own; of the others the highest are parts, those below them themes. A heading without
 * quotes is named.
 */
export function applyHeadings(headings: Heading[], result: ReadResult): void {
  let at = -1;
  const below = Map.groupBy(result.items, ({ line }) => {
    while (headings[at + 1] && headings[at + 1]!.line < line) at++;
    return headings[at];
  });
  const [first, ...others] = headings;
  if (!first) return;
  const least = first.depth + (below.has(first) ? 1 : 0);
  const isTitle = !below.has(undefined) && others.every(({ depth }) => depth >= least);
  if (isTitle) result.title ??= first.title;
  const rest = isTitle ? others : headings;
  const top = rest.reduce((highest, { depth }) => Math.min(highest, depth), Infinity);
  const used = new Set<Heading>();
  let part: Heading | undefined;
  for (const heading of rest) {
    if (heading.depth === top) part = heading;
    for (const item of below.get(heading) ?? []) {
      used.add(heading).add(part ?? heading);
      item.part = part?.title;
      if (part && heading !== part) item.theme ??= heading.title;
    }
  }
  const { notice } = reporter(result.diagnostics);
  for (const { line, title } of rest.filter((heading) => !used.has(heading)))
    notice(line, 'part', `has no quotes: ${quoted(title)}`);
}
