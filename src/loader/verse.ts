/** Maximum length of a line of verse. Editors and mail programs wrap at 60 characters or more. */
export const MAX_VERSE = 56;

/** Whether the next word had room on a line, so that the line was broken on purpose. */
export function isBrokenEarly(line: string, next: string, width: number): boolean {
  return line.length + 1 + next.split(/\s/u)[0]!.length <= width;
}

/** Paragraphs of several lines, separated by blank lines. */
const paragraphs = /(?<![^\n])[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)+/gu;

/** Finds verse without hard breaks, which Markdown joins. Returns its index in UTF-16 units. */
export function findJoinedVerse(markdown: string): number | undefined {
  for (const { 0: paragraph, index } of markdown.matchAll(paragraphs)) {
    const lines = paragraph.split('\n').map((line) => line.trimEnd());
    const breaks = paragraph.split('\n').slice(0, -1);
    const softBreaks = breaks.filter((line) => !/(?:\\| {2})$/u.test(line)).length;
    if (softBreaks === 0) continue;
    const width = Math.max(...lines.map(({ length }) => length));
    const hasEarlyBreak = lines.some(
      (line, at) => at > 0 && isBrokenEarly(lines[at - 1]!, line, width),
    );
    // Lines of prose continue in lower case, in scripts that have it.
    const isContinued = lines.some((line, at) => at > 0 && /^\p{Ll}/u.test(line.trimStart()));
    if (width <= MAX_VERSE && (!isContinued || (softBreaks === breaks.length && softBreaks > 1)))
      return index;
    if (width <= 2 * MAX_VERSE && hasEarlyBreak && !isContinued) return index;
  }
  return undefined;
}
