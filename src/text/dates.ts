/** Converts a content date. Years before our era have four digits there and six in JavaScript. */
export function toDate(date: string): Date {
  return new Date(date.replace(/^-/u, '-00'));
}

/** Whether a date is before our era; most web formats cannot express such dates. */
export function isBeforeOurEra(date: string): boolean {
  return /^(?:-|0000)/u.test(date);
}

/** Returns the year and, if known, the month and the day. */
export function datePartsOf(date: string): number[] {
  const [, year = '', ...rest] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(date) ?? [];
  return [year, ...rest].filter((part) => part !== undefined && part !== '').map(Number);
}

/** Converts `2024/05/17` and `17.05.2024` to ISO 8601 and removes the time of day. */
export function isoDate(date = ''): string {
  return date
    .trim()
    .replace(/^\d{4}([/.])\d{2}(?:\1\d{2})?(?!\S)/u, (day) => day.replace(/[/.]/gu, '-'))
    .replace(/^(\d{2})\.(\d{2})\.(\d{4})$/u, '$3-$2-$1')
    .replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/u, '$1');
}
