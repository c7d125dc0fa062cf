import { message } from '../messages.ts';
import { readChoice, storageKey, storeChoice } from '../storage.ts';
import type { CurrentIds, SavedList } from './list.ts';
import { parseList, restoreQuotes, toItems, updateIds } from './list.ts';
import { showNotice } from './notice.ts';

/** The list as JSON if the browser refused to store it. It is lost when the page closes. */
let unstored: string | undefined;

/** Returns the list on this device. */
export function savedList(): SavedList {
  try {
    return parseList(JSON.parse(unstored ?? readChoice('saved') ?? '[]'));
  } catch {
    return new Map();
  }
}

function store(list: SavedList): boolean {
  const json = JSON.stringify(toItems(list));
  unstored = storeChoice('saved', json) ? undefined : json;
  // Browsers send this event to other tabs only.
  dispatchEvent(new StorageEvent('storage'));
  return unstored === undefined;
}

/**
 * Changes the stored list, which another tab may have changed since. A notice shows `text` and offers
 * to undo the change, or to see all. If the browser refuses to store the change, the notice says so,
 * the change lasts until the page closes, and the result is false.
 */
export function changeSaved(
  change: (list: SavedList) => SavedList,
  text = '',
  offer?: 'see all',
): boolean {
  const before = savedList();
  const isStored = store(change(savedList()));
  const undo = () => void changeSaved((list) => restoreQuotes(list, before));
  if (text || !isStored) {
    showNotice(isStored ? text : message('saved.notStored'), offer ?? (text ? undo : undefined));
  }
  return isStored;
}

/**
 * Replaces former ids by current ones. From the list that all collections of an origin once shared,
 * only quotes of this collection are copied.
 */
export function updateSaved(current: CurrentIds): void {
  const list = savedList();
  if (list.size === 0) return;
  const isShared = localStorage.getItem(storageKey('saved')) === null;
  const quotes = [...list].filter(([id]) => !isShared || current.has(id));
  store(updateIds(new Map(quotes), current));
}
