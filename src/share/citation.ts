import type { Quote } from '../collection/model.ts';

/** The quote with its reference and address, characters as written, for a plain-text place. */
export function citation({ text, person, source }: Quote, address: string): string {
  return `“${text}” — ${person}, ${source.name}\n${address}`;
}
