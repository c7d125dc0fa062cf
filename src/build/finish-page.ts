import { memoize } from '../text/memoize.ts';
import { cspMeta, hashSource } from './csp.ts';
import { createPruner } from './prune-css.ts';

const charsetMeta = '<meta charset="utf-8">';

interface Options {
  /** The inline scripts of pages. */
  scripts: string[];
  /** The text of a bundled stylesheet, one character for each byte. */
  cssOf: (href: string) => string;
}

const stylesheetLinks = /(?:<link rel="stylesheet" href="[^"]*\/_astro\/[^"]*">)+/u;
const address = /href="([^"]*)"/gu;

/**
 * Inlines the styles that a rendered page uses, so that they come with the first response, and its
 * Content-Security-Policy directly after the charset, as it does not apply to what precedes it. Pages
 * are bytes, returned in pieces: thousands share the same few styles.
 *
 * Astro's own policy comes after the page's head elements, so that a script before it is not checked,
 * and lacks hashes of `is:inline` scripts (withastro/astro#16664). Astro escapes and encodes inlined
 * styles again for each page, which takes longer than rendering it.
 */
export function createFinisher({ scripts, cssOf }: Options): (page: Buffer) => Buffer[] {
  const known = scripts.map((script) => {
    const text = Buffer.from(script).toString('latin1');
    return { end: `>${text}</script>`, hash: hashSource(text) };
  });
  const prunerOf = memoize((links: string) =>
    createPruner(Array.from(links.matchAll(address), ([, href]) => cssOf(href!)).join('')),
  );
  const styleOf = memoize((css: string) => ({
    element: Buffer.from(css === '' ? '' : `<style>${css}</style>`, 'latin1'),
    hashes: css === '' ? [] : [hashSource(css)],
  }));

  return (page) => {
    const html = page.toString('latin1');
    const head = html.slice(0, html.indexOf('</head>'));
    const charset = head.indexOf(charsetMeta);
    if (charset < 0)
      throw new Error(`The head of a page has no ${charsetMeta} for its policy to follow.`);
    const start = charset + charsetMeta.length;
    // Bundled stylesheets are linked in one place; other links stay.
    const links = stylesheetLinks.exec(head);
    const [linked, at] = links ? [links[0], links.index] : ['', start];
    const { element, hashes } = styleOf(prunerOf(linked)(html));
    const present = known.filter(({ end }) => head.includes(end)).map(({ hash }) => hash);
    const policy = Buffer.from(cspMeta(present, hashes));
    const [before, after] = [page.subarray(start, at), page.subarray(at + linked.length)];
    return [page.subarray(0, start), policy, before, element, after];
  };
}
