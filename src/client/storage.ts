// The module of addresses would come into every page with its whole table.
const base = import.meta.env.BASE_URL;

/** The key of a choice: collections of one origin have one each. */
export function storageKey(name: string): string {
  return base === '/' ? name : `${name}:${base}`;
}

/**
 * What the reader chose here, or else under the key that all collections of an origin once shared;
 * null for no choice, undefined where storage is refused.
 */
export function readChoice(name: string): string | null | undefined {
  try {
    return localStorage.getItem(storageKey(name)) ?? localStorage.getItem(name);
  } catch {
    return undefined;
  }
}

/** Remembers a choice; false where the browser refuses. */
export function storeChoice(name: string, value: string): boolean {
  try {
    localStorage.setItem(storageKey(name), value);
    return true;
  } catch {
    return false;
  }
}

const SEEN = storageKey('seen');

/** The id in the address of a permalink. */
export function quoteIdIn(pathname: string): string | undefined {
  return /\/quotes\/([a-z0-9-]+)\/$/u.exec(pathname)?.[1];
}

/** The ids of the permalinks that this tab has shown; none without storage. */
export function seenQuotes(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(SEEN) ?? '[]') as string[];
  } catch {
    return [];
  }
}

/** Replaces the ids that this tab remembers. */
export function rememberSeen(ids: Iterable<string>): void {
  try {
    sessionStorage.setItem(SEEN, JSON.stringify([...new Set(ids)]));
  } catch {
    // Without storage a quote may come again.
  }
}
