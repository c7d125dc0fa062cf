import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const policyMeta = /<meta http-equiv="content-security-policy"[^>]*>/u;
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
  'trusted-types offline search-worker',
];

/** The policy in each page, to which Astro adds the hashes of its scripts and styles. */
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

const inlineElements = /<(script|style)\b[^>]*>([^]*?)<\/\1>/gu;

/** The policy without hashes of what stands elsewhere, such as in the script files of the page. */
function withOwnHashes(policy: string, html: string): string {
  const own = new Set(
    Array.from(html.matchAll(inlineElements), ([, , text]) =>
      createHash('sha256').update(text!).digest('base64'),
    ),
  );
  return policy.replaceAll(/ 'sha256-([^']*)'/gu, (source, hash: string) =>
    own.has(hash) ? source : '',
  );
}

/** The page with its policy directly behind the charset: what stands before it would escape it. */
export function policyFirst(html: string): string {
  const [policy] = policyMeta.exec(html) ?? [];
  if (!policy) return html;
  return html
    .replace(policy, '')
    .replace(charsetMeta, () => charsetMeta + withOwnHashes(policy, html));
}

/** Moves the policy that Astro appends to the head in front of every script and style, and trims it. */
export function policy(): AstroIntegration {
  return {
    name: 'policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html')) continue;
          const path = join(root, name);
          writeFileSync(path, policyFirst(readFileSync(path, 'utf8')));
        }
      },
    },
  };
}
