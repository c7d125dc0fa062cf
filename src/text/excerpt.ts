/** Shortens a text to one line; if words are cut off, it ends with an ellipsis. */
export function excerpt(text: string, maxLength: number): string {
  // French typography needs no-break spaces.
  const line = text.replace(/[^\S\u00A0\u202F]+/gu, ' ').trim();
  return line.length <= maxLength ? line : truncate(line, maxLength - 1);
}

/** Cuts a text between words, or within a first word that is too long, and appends an ellipsis. */
export function truncate(text: string, maxLength: number): string {
  // The segmenter also finds words in scripts without spaces.
  return `${cut(text, 'word', maxLength) || cut(text, 'grapheme', maxLength)}…`;
}

function cut(text: string, granularity: 'word' | 'grapheme', maxLength: number): string {
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity }).segment(text)) {
    if (index + segment.length > maxLength) break;
    // To the segmenter, a narrow space and underscores belong to the word before them.
    const [word] = /^[^]*[^\s\p{P}]/u.exec(segment) ?? [];
    if (word) end = index + word.length;
  }
  return text.slice(0, end);
}
