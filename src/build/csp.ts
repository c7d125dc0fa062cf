import { createHash } from 'node:crypto';

const charsetMeta = '<meta charset="utf-8">';

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

const sources = new Map<string, string>();

/** A text, given a character a byte, as a source of the policy; the same few stand in all pages. */
export function hashSource(text: string): string {
  let source = sources.get(text);
  if (source === undefined) {
    source = `'sha256-${createHash('sha256').update(text, 'latin1').digest('base64')}'`;
    sources.set(text, source);
  }
  return source;
}

/**
 * The page with its policy directly behind the charset, as what stands before it would escape it.
 * Of scripts and styles that stand in the page it lets in those given, which are known to be ours:
 * what got there in another way stays out.
 */
export function withCsp(html: string, scripts: string[], styles: string[]): string {
  const standing = scripts.filter((text) => html.includes(`>${text}</script>`));
  const directives = [
    ...pageDirectives,
    ["script-src 'self'", ...standing.map(hashSource)].join(' '),
    ["style-src 'self'", ...styles.map(hashSource)].join(' '),
  ];
  const policy = `<meta http-equiv="content-security-policy" content="${directives.join(';')}">`;
  return html.replace(charsetMeta, () => charsetMeta + policy);
}
