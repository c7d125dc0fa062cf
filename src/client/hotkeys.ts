import { readChoice } from './storage.ts';

/** False when there was nothing to do, so that the key keeps what the browser does with it. */
type Action = () => boolean | void;

const actions = new Map<string, Action>();

/** Whether single keys do something: a reader who speaks to the computer may want none. */
export function singleKeysAreOn(): boolean {
  return readChoice('keys') !== 'off';
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** The key by what it types; where letters are not Latin, by its place on the keyboard. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/iu.test(key)) return key.toLowerCase();
  return key > '~' && code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

function actionOf(event: KeyboardEvent): Action | undefined {
  const key = keyOf(event);
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? undefined : actions.get(`Mod+${key}`);
  // Shift types the marks of some keyboards; with a letter or an arrow it means something else.
  const shifted = event.shiftKey && /^\w/u.test(key);
  const busy = isTyping(event.target) || document.querySelector('dialog[open]');
  return shifted || busy || !singleKeysAreOn() ? undefined : actions.get(key);
}

/**
 * What a key does on this page: `/`, `r`, `ArrowLeft`, or with `Mod+` before it what Ctrl or Cmd
 * with that key does. Keys without a modifier are off while someone types and in a dialog.
 */
export function onKey(key: string, action: Action): void {
  actions.set(key, action);
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const action = actionOf(event);
  if (action && action() !== false) event.preventDefault();
});
