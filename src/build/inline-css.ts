const links = /(?:<link rel="stylesheet" href="[^"]*\/_astro\/[^"]*">)+/u;
const address = /href="([^"]*)"/gu;

/** A page whose stylesheets stand in it as one element, and the text of that, if it has any. */
export interface Styled {
  html: string;
  css: string | undefined;
}

/**
 * Puts the bundled stylesheets of a page into it, where their links stand: a reader has the styles
 * with the first answer. `textOf` gives the file behind an address. Astro can do so too, but takes
 * longer for it than for all else in a page.
 */
export function inlineCss(html: string, textOf: (address: string) => string): Styled {
  const [found] = links.exec(html) ?? [];
  if (found === undefined) return { html, css: undefined };
  const css = Array.from(found.matchAll(address), ([, href]) => textOf(href!)).join('');
  return { html: html.replace(found, () => `<style>${css}</style>`), css };
}
