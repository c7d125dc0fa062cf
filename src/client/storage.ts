// Importing `urls.ts` would add all of its code to every page.
const base = import.meta.env.BASE_URL;

/** Returns the storage key of a choice. Each collection of an origin has its own. */
export function storageKey(name: string): string {
  return base === '/' ? name : `${name}:${base}`;
}

/**
 * Reads a choice of the reader, or else one under the key that all collections of an origin once
 * shared. Returns null if there is none, undefined if the browser refuses storage.
 */
export function readChoice(name: string): string | null | undefined {
  try {
    return localStorage.getItem(storageKey(name)) ?? localStorage.getItem(name);
  } catch {
    return undefined;
  }
}

/** Stores a choice. Returns false if the browser refuses. */
export function storeChoice(name: string, value: string): boolean {
  try {
    localStorage.setItem(storageKey(name), value);
    return true;
  } catch {
    return false;
  }
}

const SEEN = storageKey('seen');

/** Returns the id in the path of a permalink. */
export function quoteIdIn(pathname: string): string | undefined {
  return /\/quotes\/([a-z0-9-]+)\/$/u.exec(pathname)?.[1];
}

/** Returns the ids of the permalinks that this tab has shown; none without storage. */
export function seenQuotes(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(SEEN) ?? '[]') as string[];
  } catch {
    return [];
  }
}

/** Replaces the stored ids of permalinks that this tab has shown. */
export function storeSeen(ids: Iterable<string>): void {
  try {
    sessionStorage.setItem(SEEN, JSON.stringify([...new Set(ids)]));
  } catch {
    // Without storage a random quote may be shown twice.
  }
}
