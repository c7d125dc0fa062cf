import { memoize } from '../text/memoize.ts';
import { cspMeta, hashSource } from './csp.ts';
import { createPruner } from './prune-css.ts';

const charsetMeta = '<meta charset="utf-8">';

interface Options {
  /** All inline scripts that a page may have. */
  scripts: string[];
  /** Returns the text of a bundled stylesheet. */
  cssOf: (href: string) => string;
}

const stylesheetLinks = /(?:<link rel="stylesheet" href="[^"]*\/_astro\/[^"]*">)+/u;
const address = /href="([^"]*)"/gu;

/**
 * Returns a function that inlines the styles used by a rendered page, to save a round trip, and
 * adds its Content-Security-Policy directly after the charset, because a policy does not apply to
 * elements before it. Texts have one character per byte, to avoid decoding thousands of pages.
 *
 * Astro's own policy comes after the other head elements, so it does not cover scripts before it,
 * and it lacks the hashes of `is:inline` scripts (withastro/astro#16664). Astro also escapes and
 * encodes inlined styles again for each page, which takes longer than rendering it.
 */
export function createFinisher({ scripts, cssOf }: Options): (html: string) => string {
  const allowed = scripts.map((script) => Buffer.from(script).toString('latin1'));
  const prunerOf = memoize((links: string) =>
    createPruner(Array.from(links.matchAll(address), ([, href]) => cssOf(href!)).join('')),
  );
  return (html) => {
    const head = html.slice(0, html.indexOf('</head>'));
    if (!head.includes(charsetMeta))
      throw new Error(`The head of a page has no ${charsetMeta}, which its policy must follow.`);
    // Only the links to bundled stylesheets, which are adjacent, are replaced.
    const [links] = stylesheetLinks.exec(head) ?? [''];
    const styles = [prunerOf(links)(html)].filter((css) => css !== '');
    const present = allowed.filter((script) => head.includes(`>${script}</script>`));
    const policy = cspMeta(present.map(hashSource), styles.map(hashSource));
    return html
      .replace(charsetMeta, charsetMeta + policy)
      .replace(links, () => styles.map((css) => `<style>${css}</style>`).join(''));
  };
}
