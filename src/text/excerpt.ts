/** At most so many characters of a text, on one line, cut between words and marked with an ellipsis. */
export function excerpt(text: string, maxLength: number): string {
  // No-break spaces belong to the typography of French.
  const line = text.replace(/[^\S\u00A0\u202F]+/gu, ' ').trim();
  if (line.length <= maxLength) return line;
  // Words also of scripts that write none apart; a word too long for the place is cut by character.
  return `${cut(line, 'word', maxLength - 1) || cut(line, 'grapheme', maxLength - 1)}…`;
}

function cut(line: string, granularity: 'word' | 'grapheme', maxLength: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity }).segment(line)) {
    if (kept.length + segment.length > maxLength) break;
    kept += segment;
  }
  return kept.replace(/[\s\p{P}]+$/u, '');
}
