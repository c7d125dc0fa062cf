import { createHash } from 'node:crypto';

const shared = [
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  // The policies that the site's own scripts make, by name.
  'trusted-types offline',
];

/** The policy in each page, but for its scripts and styles. */
export const pageDirectives = ["default-src 'none'", ...shared];

/**
 * The policy that a host sends with every page. Both hold, so it can do without hashes, which each
 * build has others of, only by saying nothing of scripts and styles that stand in elements.
 */
export const headerDirectives = [
  ...shared,
  "script-src-attr 'none'",
  "style-src-attr 'none'",
  "frame-src 'none'",
  "media-src 'none'",
  "object-src 'none'",
];

/** A text, one character for each byte, as a source of the policy. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'latin1').digest('base64')}'`;
}

/**
 * The policy of a page as an element. Of the scripts and styles that stand in the page it allows
 * only these.
 */
export function cspMeta(scripts: string[], styles: string[]): string {
  const directives = [
    ...pageDirectives,
    ["script-src 'self'", ...scripts.map(hashSource)].join(' '),
    ["style-src 'self'", ...styles.map(hashSource)].join(' '),
  ];
  return `<meta http-equiv="content-security-policy" content="${directives.join(';')}">`;
}
