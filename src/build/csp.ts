import { hash } from 'node:crypto';
import { memoize } from '../text/memoize.ts';

const shared = [
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  // The policies that client scripts create.
  'trusted-types offline',
];

/** The directives in each page, without those of scripts and styles. */
export const pageDirectives = ["default-src 'none'", ...shared];

/**
 * The directives that a host sends with every page. Browsers enforce both policies; hashes change
 * with each build, so this one leaves inline scripts and styles to the page.
 */
export const headerDirectives = [
  ...shared,
  "script-src-attr 'none'",
  "style-src-attr 'none'",
  "frame-src 'none'",
  "media-src 'none'",
  "object-src 'none'",
];

/** The hash source of a text with one character for each byte. */
export const hashSource = memoize(
  (text: string) => `'sha256-${hash('sha256', Buffer.from(text, 'latin1'), 'base64')}'`,
);

/** The policy of a page as an element; it allows only the inline scripts and styles of these hashes. */
export function cspMeta(scripts: string[], styles: string[]): string {
  const directives = [
    ...pageDirectives,
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
  ];
  return `<meta http-equiv="content-security-policy" content="${directives.join(';')}">`;
}
