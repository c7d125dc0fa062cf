import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { clientKeys } from '../client/message-keys.ts';
import { loadContent } from '../content.ts';
import type { Plural } from '../i18n/dictionary.ts';
import { words } from '../i18n/words.ts';

/** A message without the plural forms that are as `other`, which replaces them. */
function withoutRepeats(message: string | Plural): string | object {
  if (typeof message === 'string') return message;
  const forms = Object.entries(message);
  return Object.fromEntries(
    forms.filter(([form, text]) => form === 'other' || text !== message.other),
  );
}

/** Provides the messages of client scripts as `#words/messages.json`. */
export function clientWords(): AstroIntegration {
  return {
    name: 'client-words',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const { lang, ui, message } = words(loadContent().about);
        const messages = Object.fromEntries(
          clientKeys.map((key) => [key, withoutRepeats(message(key))]),
        );
        const folder = new URL('./words/', config.cacheDir);
        mkdirSync(folder, { recursive: true });
        writeFileSync(new URL('messages.json', folder), JSON.stringify({ lang, ui, messages }));
        updateConfig({ vite: { resolve: { alias: { '#words': fileURLToPath(folder) } } } });
      },
    },
  };
}
