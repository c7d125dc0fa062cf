import { base } from '../../collection/urls.ts';
import { listFrom, type SavedList } from './list.ts';

/** The key of the list at the root, and formerly of all lists of an origin. */
const ROOT = 'saved';
/** Collections of one origin have a list each. */
const STORED = base === '/' ? ROOT : `${ROOT}:${base}`;
const changes = new EventTarget();

/** What could not be stored: it holds as long as the page does. */
let unstored: SavedList | undefined;

/** The list as it is stored, if one is; throws where nothing can be read. */
export function storedText(): string | null {
  return localStorage.getItem(STORED) ?? localStorage.getItem(ROOT);
}

function stored(): SavedList {
  try {
    return listFrom(JSON.parse(storedText() ?? '[]'));
  } catch {
    return [];
  }
}

/** The reader's list on this device. */
export function savedList(): SavedList {
  return unstored ?? stored();
}

/** Copies what is of this collection from the list that all collections of an origin shared. */
export function adoptFormerList(isKnown: (id: string) => boolean): void {
  try {
    if (localStorage.getItem(STORED) !== null || localStorage.getItem(ROOT) === null) return;
    localStorage.setItem(STORED, JSON.stringify(stored().filter(({ id }) => isKnown(id))));
  } catch {
    // It is then read from there again.
  }
}

/**
 * Changes the reader's list, as it is at that moment: another tab may have changed it since.
 * False when the browser refused to store it; the change then holds on this page only.
 */
export function changeSaved(change: (list: SavedList) => SavedList): boolean {
  const list = change(savedList());
  try {
    localStorage.setItem(STORED, JSON.stringify(list));
    unstored = undefined;
  } catch {
    unstored = list;
  }
  changes.dispatchEvent(new Event('change'));
  return unstored === undefined;
}

/** Calls back whenever the list has changed, on this page or in another tab. */
export function onSavedChange(listener: () => void): void {
  changes.addEventListener('change', listener);
  addEventListener('storage', ({ key }) => {
    if (key === STORED || key === null) listener();
  });
}
