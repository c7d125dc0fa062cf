import { cleanSlug } from '../closest-slug.ts';

/** The reader's notes by the ids of the saved quotes, in the reader's order; empty without a note. */
export type SavedList = Map<string, string>;

/** Whether a text can be the id of a quote. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}

/** A note with lines that end in LF, without blank ones around; the indent of the first stays. */
function tidyNote(note: string): string {
  const lines = note.toWellFormed().replace(/\r\n?/gu, '\n').split('\n');
  const isWritten = (line: string) => line.trim() !== '';
  return lines.slice(lines.findIndex(isWritten), lines.findLastIndex(isWritten) + 1).join('\n');
}

/** The list in a value of unknown type: ids, alone or with notes. All else is left out. */
export function listFrom(value: unknown): SavedList {
  const list: SavedList = new Map();
  for (const item of Array.isArray(value) ? (value as unknown[]) : []) {
    const { id, note } = (typeof item === 'string' ? { id: item } : (item ?? {})) as {
      id?: unknown;
      note?: unknown;
    };
    if (isId(id) && !list.has(id)) list.set(id, typeof note === 'string' ? tidyNote(note) : '');
  }
  return list;
}

/** The list as a value that `listFrom` reads. */
export function itemsOf(list: SavedList): { id: string; note: string }[] {
  return Array.from(list, ([id, note]) => ({ id, note }));
}

/** The list without a quote. */
export function without(list: SavedList, removed: string): SavedList {
  return new Map([...list].filter(([id]) => id !== removed));
}

/** The list with missing quotes of a former list back in their positions. */
export function restored(list: SavedList, former: SavedList): SavedList {
  const entries = [...list];
  for (const [at, entry] of [...former].entries()) {
    if (!list.has(entry[0])) entries.splice(at, 0, entry);
  }
  return new Map(entries);
}

/** The list with a quote moved down, or up if negative, as far as the ends. */
export function moved(list: SavedList, id: string, by: number): SavedList {
  const from = [...list.keys()].indexOf(id);
  const rest = [...without(list, id)];
  return from < 0 ? list : new Map(rest.toSpliced(Math.max(from + by, 0), 0, [id, list.get(id)!]));
}

/** The list merged with another: new quotes at the end, notes where there were none. */
export function joined(list: SavedList, other: SavedList): SavedList {
  const merged = new Map(list);
  for (const [id, note] of other) merged.set(id, list.get(id) || note);
  return merged;
}

/**
 * The list under the ids that its quotes have now; `current` gives them by all that they had. Of two
 * that are one by now the first note stays.
 */
export function renamed(list: SavedList, current: ReadonlyMap<string, string>): SavedList {
  const notes: SavedList = new Map();
  for (const [name, note] of list) {
    const id = current.get(name) ?? name;
    notes.set(id, notes.get(id) || note);
  }
  return notes;
}

/** A list from an address. */
export interface Sent {
  list: SavedList;
  /** How many quotes the address names, and how many of them are not in the collection. */
  named: number;
  unknown: number;
}

/** The list in the query of an address, if any; `current` gives ids by all that quotes had. */
export function sentList(query: string, current: ReadonlyMap<string, string>): Sent | undefined {
  const ids = new URLSearchParams(query).get('ids') ?? '';
  const names = new Set(ids.split(',').map(cleanSlug));
  names.delete('');
  if (names.size === 0) return undefined;
  const known = [...names].filter((name) => current.has(name)).map((name) => current.get(name));
  return { list: listFrom(known), named: names.size, unknown: names.size - known.length };
}
