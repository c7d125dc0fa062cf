import type { Quote } from './model.ts';

/**
 * Returns the link for reporting a problem: the collection's `report`, a URL or mail address, with
 * the values of `{id}` and `{text}`. `subject` is for a mail address without parameters.
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
