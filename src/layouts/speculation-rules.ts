/**
 * Rules by which a browser that knows them fetches a page below the base when a reader is about to
 * follow a link to it, unless data are to be saved. Nothing is rendered ahead: its scripts would act
 * on a page that may never be seen. Only data and files have a dot in their address.
 */
export function speculationRules(base: string): string {
  const pages = { and: [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }] };
  return JSON.stringify({ prefetch: [{ where: pages, eagerness: 'moderate' }] });
}
