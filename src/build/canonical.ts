/** Whether a built page names its own address as the canonical one: only such a page is listed. */
export function isCanonical(html: string, page: string): boolean {
  const [, address] = /<link rel="canonical" href="([^"]*)"/u.exec(html) ?? [];
  return address !== undefined && new URL(address).href === new URL(page).href;
}
