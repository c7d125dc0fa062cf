import { UserError } from './diagnostic.ts';

/** Scheme and host of the site from `SITE_URL`; throws a UserError for anything else. */
export function parseSiteUrl(address: string | undefined): string {
  if (!address) return 'http://localhost:4321';
  const url = URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol) || url.search !== '' || url.hash !== '') {
    const hint = 'It must be scheme and host, such as https://example.org.';
    throw new UserError(`SITE_URL is ${address}. ${hint}`);
  }
  if (url.pathname !== '/') {
    throw new UserError(`SITE_URL has a path. Set BASE_PATH to ${url.pathname} instead.`);
  }
  return address;
}
