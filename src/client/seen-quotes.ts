import { storageKey } from './storage.ts';

const KEY = storageKey('seen');

/** The id in the address of a permalink. */
export function quoteIdIn(pathname: string): string | undefined {
  return /\/quotes\/([a-z0-9-]+)\/$/u.exec(pathname)?.[1];
}

/** The ids of the permalinks that this tab has shown; none without storage. */
export function seenQuotes(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[];
  } catch {
    return [];
  }
}

/** Replaces the ids that this tab remembers. */
export function rememberSeen(ids: Iterable<string>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...new Set(ids)]));
  } catch {
    // Without storage a quote may come again.
  }
}

const shown = quoteIdIn(location.pathname);
if (shown) rememberSeen([...seenQuotes(), shown]);
