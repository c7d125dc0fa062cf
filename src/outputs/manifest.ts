import type { Collection } from '../collection/model.ts';
import { base, urls } from '../collection/urls.ts';
import { readTheme } from './theme.ts';

/** Returns the web app manifest. */
export function manifest({ title, person, lang }: Collection) {
  const paper = readTheme().color('paper');
  return {
    id: base,
    name: title,
    // Home screens show about twelve letters.
    short_name: person !== undefined && person.length < title.length ? person : title,
    lang,
    start_url: urls.home(),
    scope: base,
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: urls.favicon(), type: 'image/svg+xml', sizes: 'any' },
      { src: urls.icon('192'), type: 'image/png', sizes: '192x192' },
      { src: urls.icon('512'), type: 'image/png', sizes: '512x512' },
      {
        src: urls.icon('maskable-512'),
        type: 'image/png',
        sizes: '512x512',
        purpose: 'maskable',
      },
    ],
  };
}
