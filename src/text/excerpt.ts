/** At most so many characters of a text, on one line, cut between words and marked with an ellipsis. */
export function excerpt(text: string, most: number): string {
  // No-break spaces belong to the typography of French.
  const line = text.replace(/[^\S\u00A0\u202F]+/gu, ' ').trim();
  if (line.length <= most) return line;
  // Words also of scripts that write none apart; a word too long for the place is cut by character.
  return `${cut(line, 'word', most - 1) || cut(line, 'grapheme', most - 1)}…`;
}

function cut(line: string, granularity: 'word' | 'grapheme', most: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity }).segment(line)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept.replace(/[\s\p{P}]+$/u, '');
}
