import type { BreadcrumbList, Quotation, SearchAction, WebSite, WithContext } from 'schema-dts';
import type { Collection, Quote } from '../collection/model.ts';
import { absolute, urls } from '../collection/urls.ts';

const context = 'https://schema.org';

/** A quote as schema.org data, its text as written. */
export function quotation(quote: Quote, { title }: Collection, site: URL): WithContext<Quotation> {
  const { text, theme, person, source, lang, url, date } = quote;
  const address = absolute(urls.quote(quote), site);
  const saidBy = person && ({ '@type': 'Person', name: person.label } as const);
  return {
    '@context': context,
    '@type': 'Quotation',
    '@id': address,
    url: address,
    name: theme?.label,
    text,
    inLanguage: lang,
    creator: saidBy,
    spokenByCharacter: saidBy,
    isPartOf: { '@type': 'Collection', name: title, url: absolute(urls.home(), site) },
    citation: source || url ? { '@type': 'CreativeWork', name: source?.label, url } : undefined,
    dateCreated: date,
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

/** Structured data as the content of a script element; no text in it can close the element. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
