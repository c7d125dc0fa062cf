import words from '#words/messages.json';
import type { Values } from '../i18n/dictionary.ts';
import { formatMessage } from '../i18n/format.ts';
import type { ClientKey } from './message-keys.ts';

// Scripts that every page loads import this module only when they show a message.

/** The language of the interface. */
export const interfaceLang = words.lang;

/** Returns a message with its values filled in. */
export function message<Name extends ClientKey>(key: Name, ...[values]: Values<Name>): string {
  return formatMessage(words.messages[key]!, words.lang, values);
}

/** Sets the language attributes of an element that a script fills. */
export function markAsInterface(element: HTMLElement): void {
  Object.assign(element, words.ui);
}
