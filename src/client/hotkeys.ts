import { readChoice } from './storage.ts';

/** Returns false if there was nothing to do, so that the browser handles the key. */
type Action = () => boolean | void;

const actions = new Map<string, Action>();

/** Whether shortcuts of a single key are on; users of speech input may turn them off. */
export function singleKeysAreOn(): boolean {
  return readChoice('keys') !== 'off';
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** The key by its character, or by its position on keyboards of other scripts. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/iu.test(key)) return key.toLowerCase();
  return key > '~' && code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

function actionOf(event: KeyboardEvent): Action | undefined {
  const key = keyOf(event);
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? undefined : actions.get(`Mod+${key}`);
  // Some keyboards need Shift for punctuation; with letters and arrows it means something else.
  const shifted = event.shiftKey && /^\w/u.test(key);
  const busy = isTyping(event.target) || document.querySelector('dialog[open]');
  return shifted || busy || !singleKeysAreOn() ? undefined : actions.get(key);
}

/**
 * Binds a key on this page: `/`, `r`, `ArrowLeft`, or `Mod+K` for Ctrl or Cmd. Keys without a modifier
 * are off in fields and dialogs.
 */
export function onKey(key: string, action: Action): void {
  actions.set(key, action);
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const action = actionOf(event);
  if (action && action() !== false) event.preventDefault();
});
