// Control characters but tab and newline, the replacement character that a wrong encoding leaves
// behind and the two that are no characters at all (XML cannot hold them), bidi embeddings, overrides and isolates, and invisible characters that split words.
const forbidden =
  // eslint-disable-next-line no-control-regex -- naming them is this module's purpose
  /[\0-\x08\x0B-\x1F\x7F-\x9F\uFFFD-\uFFFF\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/u;

/** The first character that no field may hold, as `U+XXXX` with its index in UTF-16 units. */
export function findForbidden(text: string): { name: string; index: number } | undefined {
  const match = forbidden.exec(text);
  if (!match) return undefined;
  const hex = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { name: `U+${hex}`, index: match.index };
}
