const link = Buffer.from('<link rel="canonical" href="');

/** Whether a built page names its own address as canonical; the sitemap lists only such pages. */
export function isCanonical(page: Buffer, address: string): boolean {
  const start = page.indexOf(link);
  if (start < 0) return false;
  const href = page.toString('utf8', start + link.length, page.indexOf('"', start + link.length));
  return new URL(href).href === new URL(address).href;
}
