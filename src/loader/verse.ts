/** Editors and mail programs wrap lines at 60 characters or more; lines of verse are shorter. */
export const MAX_VERSE = 56;

/** At a line end that wrapping made, the next word had no room; one of verse has some. */
export function isBrokenEarly(line: string, next: string, width: number): boolean {
  return line.length + 1 + next.split(/\s/u)[0]!.length <= width;
}

/** Paragraphs of several lines; one of spaces alone is between paragraphs. */
const paragraphs = /(?<![^\n])[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)+/gu;

/**
 * Finds lines that look like verse and would be joined, as Markdown joins lines that end without a
 * backslash or two spaces: the index of the first, in UTF-16 units.
 */
export function findJoinedVerse(markdown: string): number | undefined {
  for (const { 0: paragraph, index } of markdown.matchAll(paragraphs)) {
    const lines = paragraph.split('\n').map((line) => line.trimEnd());
    const breaks = paragraph.split('\n').slice(0, -1);
    const softBreaks = breaks.filter((line) => !/(?:\\| {2})$/u.test(line)).length;
    if (softBreaks === 0) continue;
    const width = Math.max(...lines.map(({ length }) => length));
    const isAnyBrokenEarly = lines.some(
      (line, at) => at > 0 && isBrokenEarly(lines[at - 1]!, line, width),
    );
    // Prose goes on in lower case, in scripts that have one.
    const isContinued = lines.some((line, at) => at > 0 && /^\p{Ll}/u.test(line.trimStart()));
    if (width <= MAX_VERSE && (!isContinued || (softBreaks === breaks.length && softBreaks > 1)))
      return index;
    if (width <= 2 * MAX_VERSE && isAnyBrokenEarly && !isContinued) return index;
  }
  return undefined;
}
