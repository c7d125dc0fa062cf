/** A date as precise as it is known, in the interface's English: `5 May 2024`, `May 2024`, `2024`. */
export function longDate(date: string): string {
  const [, month, day] = date.split('-');
  return new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(date));
}
