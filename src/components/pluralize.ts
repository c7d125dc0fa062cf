/** A number with its noun, in the interface's English: `1 quote`, `9 quotes`. */
export function pluralize(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
