import type { Plugin } from 'vite';
import { clientKeys } from '../client/message-keys.ts';
import { loadContent } from '../content.ts';
import type { Plural } from '../i18n/dictionary.ts';
import { words } from '../i18n/words.ts';

/** Removes the plural forms that equal `other`, which is their fallback. */
function withoutRepeats(message: string | Plural): string | object {
  if (typeof message === 'string') return message;
  const forms = Object.entries(message);
  return Object.fromEntries(
    forms.filter(([form, text]) => form === 'other' || text !== message.other),
  );
}

const id = '\0client-words.json';

/** Provides the messages of client scripts as `#words/messages.json`. */
export const clientWords: Plugin = {
  name: 'client-words',
  resolveId: (source) => (source === '#words/messages.json' ? id : undefined),
  load(source) {
    if (source !== id) return undefined;
    const { lang, ui, message } = words(loadContent().config);
    const messages = clientKeys.map((key) => [key, withoutRepeats(message(key))] as const);
    return JSON.stringify({ lang, ui, messages: Object.fromEntries(messages) });
  },
};
