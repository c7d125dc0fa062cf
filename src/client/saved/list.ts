import { cleanSlug } from '../closest-slug.ts';

/**
 * Saved quotes in the reader's order: their ids, with the reader's notes or empty strings. The
 * functions below return a new list and leave their arguments unchanged.
 */
export type SavedList = Map<string, string>;

/** The current ids of quotes by current and former ids. */
export type CurrentIds = ReadonlyMap<string, string>;

/** Checks whether a value has the form of a quote's id. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}

/** Normalizes line ends and drops blank lines around a note. The first line keeps its indent. */
function tidyNote(note: string): string {
  const lines = note.toWellFormed().replace(/\r\n?/gu, '\n').split('\n');
  const isFilled = (line: string) => line.trim() !== '';
  return lines.slice(lines.findIndex(isFilled), lines.findLastIndex(isFilled) + 1).join('\n');
}

/** Parses a list from untrusted data: ids, alone or with notes. Anything else is ignored. */
export function parseList(value: unknown): SavedList {
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

/** Converts a list to data that `parseList` parses. */
export function toItems(list: SavedList): { id: string; note: string }[] {
  return Array.from(list, ([id, note]) => ({ id, note }));
}

/** Removes a quote, if it is in the list. */
export function removeQuote(list: SavedList, removed: string): SavedList {
  return new Map([...list].filter(([id]) => id !== removed));
}

/** Puts quotes of a former list that are missing back in their positions. */
export function restoreQuotes(list: SavedList, former: SavedList): SavedList {
  const entries = [...list];
  for (const [at, entry] of [...former].entries()) {
    if (!list.has(entry[0])) entries.splice(at, 0, entry);
  }
  return new Map(entries);
}

/** Moves a quote down by some positions, or up if negative, and stops at the ends. */
export function moveQuote(list: SavedList, id: string, offset: number): SavedList {
  const at = [...list.keys()].indexOf(id);
  if (at < 0) return list;
  const rest = [...removeQuote(list, id)];
  return new Map(rest.toSpliced(Math.max(at + offset, 0), 0, [id, list.get(id)!]));
}

/** Adds another list: new quotes at the end, and notes for quotes that have none. */
export function mergeLists(list: SavedList, other: SavedList): SavedList {
  const merged = new Map(list);
  for (const [id, note] of other) merged.set(id, list.get(id) || note);
  return merged;
}

/** Replaces former ids by current ones. If quotes have been merged, the first note is kept. */
export function updateIds(list: SavedList, current: CurrentIds): SavedList {
  const notes: SavedList = new Map();
  for (const [oldId, note] of list) {
    const id = current.get(oldId) ?? oldId;
    notes.set(id, notes.get(id) || note);
  }
  return notes;
}

/** A list that someone sent as an address. */
export interface SentList {
  list: SavedList;
  /** The number of ids in the address, and how many of them are not in the collection. */
  named: number;
  unknown: number;
}

/** Parses the list in the query of an address, if there is one. */
export function parseSentList(query: string, current: CurrentIds): SentList | undefined {
  const ids = new URLSearchParams(query).get('ids') ?? '';
  const names = new Set(ids.split(',').map(cleanSlug));
  names.delete('');
  if (names.size === 0) return undefined;
  const knownIds = [...names].filter((name) => current.has(name)).map((name) => current.get(name));
  return { list: parseList(knownIds), named: names.size, unknown: names.size - knownIds.length };
}
