import type { Quote } from './model.ts';

/**
 * Where a reader reports a problem: the collection's `report`, an address or a mail address, with
 * `{id}` and `{text}` filled in and encoded. A mail without a subject of its own gets `subject`.
 */
export function reportAddress(
  report: string,
  { id, text }: Pick<Quote, 'id' | 'text'>,
  subject: string,
): string {
  const filled = report
    .replaceAll('{id}', encodeURIComponent(id))
    .replaceAll('{text}', encodeURIComponent(text));
  if (/^https:/iu.test(filled)) return filled;
  const mail = /^mailto:/iu.test(filled) ? filled : `mailto:${filled}`;
  if (mail.includes('?')) return mail;
  return `${mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
