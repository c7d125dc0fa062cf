import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const policyMeta = /<meta http-equiv="content-security-policy"[^>]*>/u;
const charsetMeta = '<meta charset="utf-8">';

/** The page with its policy directly behind the charset: what stands before it would escape it. */
export function policyFirst(html: string): string {
  const [policy] = policyMeta.exec(html) ?? [];
  if (!policy) return html;
  return html.replace(policy, '').replace(charsetMeta, charsetMeta + policy);
}

/** Moves the policy that Astro appends to the head in front of every script and style. */
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
