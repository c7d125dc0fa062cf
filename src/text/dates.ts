/** A date of the content as JavaScript has it: years before our era have six digits there. */
export function toDate(date: string): Date {
  return new Date(date.replace(/^-/u, '-00'));
}

/** Whether a year is before our era, which formats of the web cannot say. */
export function isBeforeOurEra(date: string): boolean {
  return /^(?:-|0000)/u.test(date);
}

/** Year, month and day, as far as they are known. */
export function datePartsOf(date: string): number[] {
  const [, year = '', ...rest] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(date) ?? [];
  return [year, ...rest].filter((part) => part !== undefined && part !== '').map(Number);
}

/** A date with slashes or points in the order of ISO 8601, without the time of day. */
export function isoDate(date = ''): string {
  return date
    .trim()
    .replace(/^\d{4}([/.])\d{2}(?:\1\d{2})?(?!\S)/u, (day) => day.replace(/[/.]/gu, '-'))
    .replace(/^(\d{2})\.(\d{2})\.(\d{4})$/u, '$3-$2-$1')
    .replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/u, '$1');
}
