/** Whether a built page names its own address as canonical; the sitemap lists only such pages. */
export function isCanonical(page: Buffer, address: string): boolean {
  return page.includes(`<link rel="canonical" href="${address}"`);
}
