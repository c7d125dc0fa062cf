/**
 * Speculation rules that prefetch a page below the base when a reader is about to follow a link.
 * Nothing is prerendered, as scripts would run on pages that may never be seen. Only data and files
 * have a dot in their address.
 */
export function speculationRules(base: string): string {
  const pages = { and: [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }] };
  return JSON.stringify({ prefetch: [{ where: pages, eagerness: 'moderate' }] });
}
