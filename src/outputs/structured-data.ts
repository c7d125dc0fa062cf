import type { BreadcrumbList, Quotation, SearchAction, WebSite, WithContext } from 'schema-dts';
import type { Collection, Quote } from '../collection/model.ts';
import { absolute, urls } from '../collection/urls.ts';

const context = 'https://schema.org';

/** Returns a quote as schema.org data, with its text as written. */
export function quotation(quote: Quote, { title }: Collection, site: URL): WithContext<Quotation> {
  const { text, theme, person, source, lang, url, date } = quote;
  const address = absolute(urls.quote(quote), site);
  const creator = person && ({ '@type': 'Person', name: person.label } as const);
  return {
    '@context': context,
    '@type': 'Quotation',
    '@id': address,
    url: address,
    name: theme?.label,
    text,
    inLanguage: lang,
    creator,
    spokenByCharacter: creator,
    isPartOf: { '@type': 'Collection', name: title, url: absolute(urls.home(), site) },
    citation: source || url ? { '@type': 'CreativeWork', name: source?.label, url } : undefined,
    dateCreated: date,
  };
}

/** A page in a breadcrumb trail; `path` includes the base. */
export interface Crumb {
  name: string;
  path: string;
}

/** Returns the breadcrumb trail of a page, whose last item is the page itself. */
export function breadcrumbs(trail: Crumb[], site: URL): WithContext<BreadcrumbList> {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => {
      return { '@type': 'ListItem', position: index + 1, name, item: absolute(path, site) };
    }),
  };
}

/** Returns the site with its search action. */
export function website({ title, lang }: Collection, site: URL): WithContext<WebSite> {
  const urlTemplate = absolute(urls.searchTemplate('words'), site);
  const search: SearchAction & { 'query-input': string } = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate },
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

/** Serializes structured data for a script element, which no text in it can close. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
