import type {
  BreadcrumbList,
  CreativeWork,
  Quotation,
  SearchAction,
  WebSite,
  WithContext,
} from 'schema-dts';
import type { Collection, Quote } from '../collection/model.ts';
import { absolute, urls } from '../collection/urls.ts';

const context = 'https://schema.org';

/** A quote as schema.org data, its text as written. */
export function quotation(quote: Quote, { title }: Collection, site: URL): WithContext<Quotation> {
  const { text, theme, person, source, lang, url, date } = quote;
  const address = absolute(urls.quote(quote), site);
  const cited: CreativeWork | undefined =
    source || url
      ? { '@type': 'CreativeWork', ...(source && { name: source.label }), ...(url && { url }) }
      : undefined;
  return {
    '@context': context,
    '@type': 'Quotation',
    '@id': address,
    url: address,
    ...(theme && { name: theme.label }),
    text,
    inLanguage: lang,
    ...(person && {
      creator: { '@type': 'Person', name: person.label },
      spokenByCharacter: { '@type': 'Person', name: person.label },
    }),
    isPartOf: { '@type': 'Collection', name: title, url: absolute(urls.home(), site) },
    ...(cited && { citation: cited }),
    ...(date && { dateCreated: date }),
  };
}

/** A page in a breadcrumb trail; its path begins with the base. */
export interface Crumb {
  name: string;
  path: string;
}

/** The breadcrumb trail of a page, which is its last item. */
export function breadcrumbs(trail: Crumb[], site: URL): WithContext<BreadcrumbList> {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => {
      return { '@type': 'ListItem', position: index + 1, name, item: absolute(path, site) };
    }),
  };
}

/** The site with its search action. */
export function website({ title, lang }: Collection, site: URL): WithContext<WebSite> {
  const search: SearchAction & { 'query-input': string } = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: absolute(urls.searchTemplate('words'), site),
    },
    'query-input': 'required name=words',
  };
  return {
    '@context': context,
    '@type': 'WebSite',
    name: title,
    url: absolute(urls.home(), site),
    inLanguage: lang,
    potentialAction: search,
  };
}

/** Structured data as the content of a script element; no text in it can close the element. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
