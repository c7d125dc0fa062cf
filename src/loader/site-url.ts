import { UserError } from './diagnostic.ts';

/** Returns the site's scheme and host from `SITE_URL`. Throws a UserError for anything else. */
export function parseSiteUrl(address: string | undefined): string {
  if (!address) return 'http://localhost:4321';
  const url = URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol) || url.search !== '' || url.hash !== '') {
    const hint = 'It must be a scheme and host, such as https://example.org.';
    throw new UserError(`SITE_URL is ${address}. ${hint}`);
  }
  if (url.pathname !== '/') {
    throw new UserError(`SITE_URL has a path. Set BASE_PATH to ${url.pathname} instead.`);
  }
  return address;
}
