import type { Collection } from '../collection/model.ts';
import { absolute, urls } from '../collection/urls.ts';
import { words } from '../i18n/words.ts';
import { excerpt } from '../text/excerpt.ts';
import { element, escapeMarkup } from './markup.ts';

/** The description by which a browser offers this site's search in its address bar. */
export function openSearch(collection: Collection, site: URL): string {
  const { title, lang } = collection;
  // Limits of the specification.
  const NAME = 16;
  const LONG_NAME = 48;
  const text = (name: string, value: string) => element(name, {}, escapeMarkup(value));
  const description = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    text('ShortName', excerpt(title, NAME)),
    text('LongName', excerpt(title, LONG_NAME)),
    text('Description', `${words(collection).t('search.title')} · ${title}`),
    text('Language', lang),
    text('InputEncoding', 'UTF-8'),
    element(
      'Image',
      { width: '16', height: '16', type: 'image/svg+xml' },
      escapeMarkup(absolute(urls.favicon(), site)),
    ),
    element('Url', {
      type: 'text/html',
      template: absolute(urls.searchTemplate('searchTerms'), site),
    }),
    element('Url', {
      type: 'application/opensearchdescription+xml',
      rel: 'self',
      template: absolute(urls.openSearch(), site),
    }),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${description}\n`;
}
