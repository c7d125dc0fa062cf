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
