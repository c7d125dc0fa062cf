import { message } from '../messages.ts';
import { readChoice, storageKey, storeChoice } from '../storage.ts';
import { itemsOf, listFrom, renamed, restored, type SavedList } from './list.ts';
import { notice } from './notice.ts';

/** The list as JSON if it could not be stored; lost with the page. */
let unstored: string | undefined;

/** The list on this device. */
export function savedList(): SavedList {
  try {
    return listFrom(JSON.parse(unstored ?? readChoice('saved') ?? '[]'));
  } catch {
    return new Map();
  }
}

function store(list: SavedList): boolean {
  const json = JSON.stringify(itemsOf(list));
  unstored = storeChoice('saved', json) ? undefined : json;
  // Browsers send this event to other tabs only.
  dispatchEvent(new StorageEvent('storage'));
  return unstored === undefined;
}

/**
 * Changes the stored list, which another tab may have changed since. A notice says `said` and offers
 * to undo the change, or to see all. When the browser refuses to store the change, the notice
 * says that, the change is lost with the page, and the result is false.
 */
export function changeSaved(
  change: (list: SavedList) => SavedList,
  said = '',
  offer?: 'see all',
): boolean {
  const before = savedList();
  const isStored = store(change(savedList()));
  const undo = () => void changeSaved((list) => restored(list, before));
  if (said || !isStored) {
    notice(isStored ? said : message('saved.notStored'), offer ?? (said ? undo : undefined));
  }
  return isStored;
}

/**
 * Gives quotes the ids that they have now. Of the list that all collections of an origin once shared,
 * a collection takes a copy of what it knows.
 */
export function updateSaved(current: ReadonlyMap<string, string>): void {
  const list = savedList();
  if (list.size === 0) return;
  const isShared = localStorage.getItem(storageKey('saved')) === null;
  const own = [...list].filter(([id]) => !isShared || current.has(id));
  store(renamed(new Map(own), current));
}
