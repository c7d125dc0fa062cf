import { cleanSlug } from '../closest-slug.ts';

/** A saved quote with the reader's note. */
export interface Saved {
  id: string;
  /** Empty when there is none; lines end in LF, with no blank ones around. */
  note: string;
}

/** In the reader's order; no id twice. */
export type SavedList = readonly Saved[];

/** Whether a text can be the id of a quote. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}

/** A note without blank lines around; the indent of its first line stays. */
function tidyNote(note: string): string {
  const lines = note.toWellFormed().replace(/\r\n?/gu, '\n').split('\n');
  const isWritten = (line: string) => line.trim() !== '';
  return lines.slice(lines.findIndex(isWritten), lines.findLastIndex(isWritten) + 1).join('\n');
}

/** The list in a value of unknown type; anything else than saved quotes is left out. */
export function listFrom(value: unknown): SavedList {
  const list = new Map<string, Saved>();
  for (const item of Array.isArray(value) ? (value as unknown[]) : []) {
    const { id, note } = (typeof item === 'string' ? { id: item } : (item ?? {})) as Partial<
      Record<keyof Saved, unknown>
    >;
    if (!isId(id) || list.has(id)) continue;
    list.set(id, { id, note: typeof note === 'string' ? tidyNote(note) : '' });
  }
  return [...list.values()];
}

/** Whether a quote is in the list. */
export function has(list: SavedList, id: string): boolean {
  return list.some((saved) => saved.id === id);
}

/** The list with a quote at its end, unless it is there already. */
export function withQuote(list: SavedList, id: string): SavedList {
  return has(list, id) ? list : [...list, { id, note: '' }];
}

/** The list without a quote. */
export function without(list: SavedList, id: string): SavedList {
  return list.filter((saved) => saved.id !== id);
}

/** The list with missing quotes of a former list back in their positions. */
export function restored(list: SavedList, former: SavedList): SavedList {
  const back = [...list];
  for (const [at, saved] of former.entries()) if (!has(back, saved.id)) back.splice(at, 0, saved);
  return back;
}

/** The list with a quote moved down, or up if negative, as far as the ends. */
export function moved(list: SavedList, id: string, by: number): SavedList {
  const from = list.findIndex((saved) => saved.id === id);
  if (from < 0) return list;
  const rest = without(list, id);
  return rest.toSpliced(Math.min(Math.max(from + by, 0), rest.length), 0, list[from]!);
}

/** The list with another note to a quote. */
export function annotated(list: SavedList, id: string, note: string): SavedList {
  return list.map((saved) => (saved.id === id ? { id, note: tidyNote(note) } : saved));
}

/** The list merged with another: new quotes at the end, notes where there were none. */
export function joined(list: SavedList, other: SavedList): SavedList {
  const notes = new Map(other.map(({ id, note }) => [id, note]));
  const own = list.map(({ id, note }) => ({ id, note: note || (notes.get(id) ?? '') }));
  return [...own, ...other.filter(({ id }) => !has(list, id))];
}

/** The list under the ids that its quotes have now; `current` gives it for former ones. */
export function renamed(list: SavedList, current: ReadonlyMap<string, string>): SavedList {
  return listFrom(list.map(({ id, note }) => ({ id: current.get(id) ?? id, note })));
}

/** A list from an address. */
export interface Sent {
  list: SavedList;
  /** How many quotes the address names, and how many of them are not in the collection. */
  named: number;
  unknown: number;
}

/** The list in the query of an address, if any; `idOf` resolves ids. */
export function sentList(
  query: string,
  idOf: (name: string) => string | undefined,
): Sent | undefined {
  const ids = new URLSearchParams(query).get('ids') ?? '';
  const names = new Set(ids.split(',').map(cleanSlug));
  names.delete('');
  if (names.size === 0) return undefined;
  const known = [...names].map(idOf).filter((id) => id !== undefined);
  return { list: listFrom(known), named: names.size, unknown: names.size - known.length };
}
