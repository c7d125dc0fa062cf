import { memoize } from '../text/memoize.ts';
import { cspMeta, hashSource } from './csp.ts';
import { createPruner } from './prune-css.ts';

const charsetMeta = '<meta charset="utf-8">';

interface Options {
  /** The inline scripts of pages. */
  scripts: string[];
  /** The text of a bundled stylesheet. */
  cssOf: (href: string) => string;
}

const stylesheetLinks = /(?:<link rel="stylesheet" href="[^"]*\/_astro\/[^"]*">)+/u;
const address = /href="([^"]*)"/gu;

/**
 * Inlines the styles that a rendered page uses, so that they come with the first response, and its
 * Content-Security-Policy directly after the charset, as it does not apply to what precedes it. All
 * texts have one character for each byte, as decoding thousands of pages takes long.
 *
 * Astro's own policy comes after the page's head elements, so that a script before it is not checked,
 * and lacks hashes of `is:inline` scripts (withastro/astro#16664). Astro escapes and encodes inlined
 * styles again for each page, which takes longer than rendering it.
 */
export function createFinisher({ scripts, cssOf }: Options): (html: string) => string {
  const known = scripts.map((script) => Buffer.from(script).toString('latin1'));
  const prunerOf = memoize((links: string) =>
    createPruner(Array.from(links.matchAll(address), ([, href]) => cssOf(href!)).join('')),
  );
  return (html) => {
    const head = html.slice(0, html.indexOf('</head>'));
    if (!head.includes(charsetMeta))
      throw new Error(`The head of a page has no ${charsetMeta} for its policy to follow.`);
    // Bundled stylesheets are linked in one place; other links stay.
    const [links] = stylesheetLinks.exec(head) ?? [''];
    const styles = [prunerOf(links)(html)].filter((css) => css !== '');
    const present = known.filter((script) => head.includes(`>${script}</script>`));
    const policy = cspMeta(present.map(hashSource), styles.map(hashSource));
    return html
      .replace(charsetMeta, charsetMeta + policy)
      .replace(links, () => styles.map((css) => `<style>${css}</style>`).join(''));
  };
}
