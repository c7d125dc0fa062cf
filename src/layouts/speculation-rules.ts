import { base } from '../collection/urls.ts';

const pages = { and: [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }] };

/**
 * Rules by which a browser that knows them fetches a page when a reader is about to follow a link
 * to it, unless data are to be saved. Nothing is rendered ahead: its scripts would act on a page
 * that may never be seen. Only data and files have a dot in their address.
 */
export const speculation = JSON.stringify({
  prefetch: [{ where: pages, eagerness: 'moderate' }],
});
