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
