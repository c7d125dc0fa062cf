// Control characters except tab and newline; the replacement character, a sign of a wrong encoding;
// two noncharacters and lone surrogates, which an escape can produce and XML cannot contain; bidi
// embeddings, overrides and isolates; and invisible characters that split words.
const forbidden =
  // eslint-disable-next-line no-control-regex -- naming them is this module's purpose
  /[\0-\x08\x0B-\x1F\x7F-\x9F\uD800-\uDFFF\uFFFD-\uFFFF\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/u;

/** Finds the first character that no field may contain: `U+XXXX` and its index in UTF-16 units. */
export function findForbiddenCharacter(text: string): { name: string; index: number } | undefined {
  const match = forbidden.exec(text);
  if (!match) return undefined;
  return { name: nameOf(match[0]), index: match.index };
}

function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Removes the forbidden characters that are invisible and do not change the direction of text. */
export function withoutInvisible(text: string): string {
  return text.replace(/[\u200B\u2060\uFEFF]/gu, '');
}

/** Makes untrusted text safe for a terminal: forbidden characters become `<U+XXXX>`. */
export function printable(text: string): string {
  return text.replace(
    new RegExp(`${forbidden.source}|\\n`, 'gu'),
    (character) => `<${nameOf(character)}>`,
  );
}

/** Whether a text is invisible: white space, joiners, soft hyphens, fillers. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}
