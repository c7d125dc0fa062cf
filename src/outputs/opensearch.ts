import type { Collection } from '../collection/model.ts';
import { absolute, urls } from '../collection/urls.ts';
import { words } from '../i18n/words.ts';
import { excerpt } from '../text/excerpt.ts';
import { markup, xmlFile } from './markup.ts';

/** Returns the description with which a browser offers this search in its address bar. */
export function openSearch(collection: Collection, site: URL): string {
  const { title, lang } = collection;
  // Maximum lengths in the specification.
  const NAME = 16;
  const LONG_NAME = 48;
  const self = absolute(urls.openSearch(), site);
  return xmlFile(markup`
    <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>${excerpt(title, NAME)}</ShortName>
      <LongName>${excerpt(title, LONG_NAME)}</LongName>
      <Description>${words(collection).t('search.title')} · ${title}</Description>
      <Language>${lang}</Language>
      <InputEncoding>UTF-8</InputEncoding>
      <Image width="16" height="16" type="image/svg+xml">${absolute(urls.favicon(), site)}</Image>
      <Url type="text/html" template="${absolute(urls.searchTemplate('searchTerms'), site)}"/>
      <Url type="application/opensearchdescription+xml" rel="self" template="${self}"/>
    </OpenSearchDescription>`);
}
