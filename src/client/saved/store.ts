import { listFrom, type SavedList } from './list.ts';

const STORED = 'saved';
const changes = new EventTarget();

/** What could not be stored: it holds as long as the page does. */
let unstored: SavedList | undefined;

function stored(): SavedList {
  try {
    return listFrom(JSON.parse(localStorage.getItem(STORED) ?? '[]'));
  } catch {
    return [];
  }
}

/** The reader's list on this device. */
export function savedList(): SavedList {
  return unstored ?? stored();
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
