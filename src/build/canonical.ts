import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { base } from '../collection/urls.ts';

/** Whether a built page names its own address as the canonical one: only such a page is listed. */
export function isCanonical(html: string, page: string): boolean {
  const [, address] = /<link rel="canonical" href="([^"]*)"/u.exec(html) ?? [];
  return address !== undefined && new URL(address).href === new URL(page).href;
}

/** The sitemap's filter over the addresses of a site that is built in `root`. */
export function listed(root: string): (page: string) => boolean {
  const start = new URL(base, 'http://localhost').pathname.length;
  return (page) => {
    const path = new URL(page).pathname.slice(start);
    return isCanonical(readFileSync(join(root, path, 'index.html'), 'utf8'), page);
  };
}
