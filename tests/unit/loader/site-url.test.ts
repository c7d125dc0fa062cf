import { expect, test } from 'vitest';
import { UserError } from '../../../src/loader/diagnostic.ts';
import { parseSiteUrl } from '../../../src/loader/site-url.ts';

test('the site is at SITE_URL, or at localhost by default', () => {
  expect(parseSiteUrl('https://example.org')).toBe('https://example.org');
  expect(parseSiteUrl('http://localhost:8080/')).toBe('http://localhost:8080/');
  expect(parseSiteUrl(undefined)).toBe('http://localhost:4321');
  expect(parseSiteUrl('')).toBe('http://localhost:4321');
});

test.each([
  [
    'example.org',
    'SITE_URL is example.org. It must be a scheme and host, such as https://example.org.',
  ],
  ['ftp://example.org', /^SITE_URL is ftp:/u],
  ['xhttps://example.org', /^SITE_URL is xhttps:/u],
  ['https://example.org/#x', /^SITE_URL is/u],
  ['https-x://example.org', /^SITE_URL is/u],
  ['https://example.org/?x', /^SITE_URL is/u],
  ['https://example.org/quotes', 'SITE_URL has a path. Set BASE_PATH to /quotes instead.'],
])('%s is rejected with a hint', (address, message) => {
  expect(() => parseSiteUrl(address)).toThrow(UserError);
  expect(() => parseSiteUrl(address)).toThrow(message);
});
