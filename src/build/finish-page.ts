import { cspMeta } from './csp.ts';
import { createPruner } from './prune-css.ts';

const charsetMeta = '<meta charset="utf-8">';

interface Options {
  /** The inline scripts of pages. */
  scripts: string[];
  /** The text of a bundled stylesheet, one character for each byte. */
  cssOf: (href: string) => string;
}

/** What a page gets: its policy and its styles. */
interface Additions {
  policy: Buffer;
  style: Buffer;
}

const stylesheetLinks = /(?:<link rel="stylesheet" href="[^"]*\/_astro\/[^"]*">)+/u;
const address = /href="([^"]*)"/gu;

/**
 * Inlines the styles that a rendered page uses, so that they come with the first response, and its
 * Content-Security-Policy directly after the charset, as it does not apply to what precedes it. Pages
 * are bytes, returned in pieces: thousands share the same few policies and styles.
 *
 * Astro's own policy comes after the page's head elements, so that a script before it is not checked,
 * and lacks hashes of `is:inline` scripts (withastro/astro#16664). Astro escapes and encodes inlined
 * styles again for each page, which takes longer than rendering it.
 */
export function createFinisher({ scripts, cssOf }: Options): (page: Buffer) => Buffer[] {
  const ours = scripts.map((text) => Buffer.from(text).toString('latin1'));
  const pruners = new Map<string, ReturnType<typeof createPruner>>();
  // By styles, then by the scripts that a page has.
  const known = new Map<string, Map<string, Additions>>();

  const stylesOf = (links: string, html: string) => {
    let prune = pruners.get(links);
    if (!prune) {
      const hrefs = Array.from(links.matchAll(address), ([, href]) => href!);
      pruners.set(links, (prune = createPruner(hrefs.map(cssOf).join(''))));
    }
    return prune(html);
  };

  const additionsTo = (head: string, css: string): Additions => {
    const present = ours.filter((text) => head.includes(`>${text}</script>`));
    const key = present.map((text) => ours.indexOf(text)).join();
    const byScripts = known.get(css) ?? new Map<string, Additions>();
    const additions = byScripts.get(key) ?? {
      policy: Buffer.from(cspMeta(present, css === '' ? [] : [css]), 'latin1'),
      style: Buffer.from(css === '' ? '' : `<style>${css}</style>`, 'latin1'),
    };
    known.set(css, byScripts.set(key, additions));
    return additions;
  };

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
    const { policy, style } = additionsTo(head, stylesOf(linked, html));
    const [before, after] = [page.subarray(start, at), page.subarray(at + linked.length)];
    return [page.subarray(0, start), policy, before, style, after];
  };
}
