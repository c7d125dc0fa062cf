import type { Quote, Status } from './model.ts';

/** What each status means to a reader. */
export const statusWords: Record<Status, { word: string; meaning: string }> = {
  verified: { word: 'Verified', meaning: 'checked at its source' },
  attributed: { word: 'Attributed', meaning: 'as named in the notes, not checked' },
  paraphrased: { word: 'Paraphrased', meaning: 'the sense, not word for word' },
};

/** How much of some quotes is verified, in words: `none verified`, `2 of 5 verified`. */
export function verifiedShare(quotes: Quote[]): string {
  const verified = quotes.filter(({ status }) => status === 'verified').length;
  if (verified === 0) return 'none verified';
  return verified === quotes.length ? 'all verified' : `${verified} of ${quotes.length} verified`;
}

/**
 * Where a reader reports a problem: the collection's `report`, an address or a mail address, with
 * `{id}` and `{text}` filled in and encoded. A mail without a subject of its own gets one.
 */
export function reportAddress(report: string, { id, text }: Pick<Quote, 'id' | 'text'>): string {
  const filled = report
    .replaceAll('{id}', encodeURIComponent(id))
    .replaceAll('{text}', encodeURIComponent(text));
  if (/^https:/iu.test(filled)) return filled;
  const mail = /^mailto:/iu.test(filled) ? filled : `mailto:${filled}`;
  if (mail.includes('?')) return mail;
  const subject = encodeURIComponent(`A problem with the quote ${id}`);
  return `${mail}?subject=${subject}&body=${encodeURIComponent(text)}`;
}
