import { readChoice, storageKey, storeChoice } from '../storage.ts';
import { listFrom, type SavedList } from './list.ts';

const changes = new EventTarget();

/** The list if it could not be stored; lost with the page. */
let unstored: SavedList | undefined;

/** The list on this device. */
export function savedList(): SavedList {
  try {
    return unstored ?? listFrom(JSON.parse(readChoice('saved') ?? '[]'));
  } catch {
    return [];
  }
}

/** Copies what is of this collection from the list that all collections of an origin shared. */
export function adoptFormerList(isKnown: (id: string) => boolean): void {
  try {
    const key = storageKey('saved');
    if (localStorage.getItem(key) !== null || localStorage.getItem('saved') === null) return;
  } catch {
    return;
  }
  storeChoice('saved', JSON.stringify(savedList().filter(({ id }) => isKnown(id))));
}

/**
 * Changes the stored list, which another tab may have changed since. Returns false if the browser
 * refused to store it; the change then is lost with the page.
 */
export function changeSaved(change: (list: SavedList) => SavedList): boolean {
  const list = change(savedList());
  unstored = storeChoice('saved', JSON.stringify(list)) ? undefined : list;
  changes.dispatchEvent(new Event('change'));
  return unstored === undefined;
}

/** Calls back whenever the list has changed, on this page or in another tab. */
export function onSavedChange(listener: () => void): void {
  changes.addEventListener('change', listener);
  addEventListener('storage', ({ key }) => {
    if (key === storageKey('saved') || key === null) listener();
  });
}
