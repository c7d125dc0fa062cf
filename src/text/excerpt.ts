/** At most so many characters of a text, on one line, cut between words and marked with an ellipsis. */
export function excerpt(text: string, maxLength: number): string {
  // No-break spaces belong to the typography of French.
  const line = text.replace(/[^\S\u00A0\u202F]+/gu, ' ').trim();
  return line.length <= maxLength ? line : beginning(line, maxLength - 1);
}

/**
 * The words at the beginning of a text that have at most so many characters together, and an
 * ellipsis; where the first word is too long, its letters.
 */
export function beginning(text: string, maxLength: number): string {
  // The segmenter also finds the words of scripts that write none apart.
  return `${cut(text, 'word', maxLength) || cut(text, 'grapheme', maxLength)}…`;
}

function cut(text: string, granularity: 'word' | 'grapheme', maxLength: number): string {
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity }).segment(text)) {
    if (index + segment.length > maxLength) break;
    // A narrow space and underscores are of the word before them.
    const [word] = /^[^]*[^\s\p{P}]/u.exec(segment) ?? [];
    if (word) end = index + word.length;
  }
  return text.slice(0, end);
}
