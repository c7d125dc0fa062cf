/**
 * Returns rules that prefetch a page below the base when a reader is about to follow a link. Nothing
 * is prerendered, because that runs scripts of pages that may never be seen. Addresses with a dot are
 * not pages.
 */
export function speculationRules(base: string): string {
  const pages = { and: [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }] };
  return JSON.stringify({ prefetch: [{ where: pages, eagerness: 'moderate' }] });
}
