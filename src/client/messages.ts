import type { Plural, Values } from '../i18n/dictionary.ts';
import { formatMessage } from '../i18n/format.ts';
import type { savedKeys, siteKeys } from './message-keys.ts';

type ClientKey = (typeof siteKeys | typeof savedKeys)[number];

const block = document.querySelector<HTMLScriptElement>('script[data-words]')!;

/** The language of the interface. */
export const interfaceLang = block.dataset['words']!;

const messages = JSON.parse(block.textContent) as Record<ClientKey, string | Plural>;

/** A message that the page carries, in the language of the interface. */
export function message<Name extends ClientKey>(key: Name, ...[values]: Values<Name>): string {
  return formatMessage(messages[key], interfaceLang, values);
}

/** Says of an element made by a script that it holds words of the interface. */
export function markAsInterface(element: HTMLElement): void {
  element.lang = block.lang;
  element.dir = block.dir;
}
