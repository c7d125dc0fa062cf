import { decodeHTMLAttribute } from 'entities';
import { transform } from 'lightningcss';
import { memoize } from '../text/memoize.ts';

/** The class that client scripts compose, for the part of a search result. */
const setByScripts = /^part-\d+$/u;

/** The values of the `class` attributes of a page, templates included, each once. */
function classAttributes(html: string): string {
  const values = new Set<string>();
  for (const [, value] of html.matchAll(/class="([^"]*)"/gu)) values.add(value!);
  return [...values].join(' ');
}

/** The names that a stylesheet has in some form, such as its classes. */
function namesIn(css: string, form: RegExp): string[] {
  return [...new Set(Array.from(css.matchAll(form), ([, name]) => name!))];
}

/** A stylesheet without some classes and custom properties; text is one character for each byte. */
function without(unusedSymbols: string[], css: string): string {
  const code = Buffer.from(css, 'latin1');
  const pruned = transform({ filename: 'page.css', code, minify: true, unusedSymbols }).code;
  return Buffer.from(pruned).toString('latin1');
}

/** Removes the custom properties and the fonts that no rule uses. */
function withoutUnused(css: string): string {
  const unused = namesIn(css, /(--[\w-]+)/gu).filter((name) => !css.includes(`var(${name}`));
  const fontFace = /@font-face\{font-family:([^;]*);[^}]*\}/gu;
  const used = without(unused, css);
  const rules = used.replace(fontFace, '');
  return used.replace(fontFace, (face, family: string) => (rules.includes(family) ? face : ''));
}

/**
 * Returns a function that reduces a stylesheet to what a page can use by its class names, as
 * Tailwind makes one stylesheet for all pages and each page has its styles inline. Tailwind's
 * fallback for browsers without `@property` is removed too, as they do not support `light-dark()`.
 */
export function createPruner(stylesheet: string): (html: string) => string {
  const css = stylesheet
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(/@layer properties\{@supports[^{]*\{[^{]*\{[^}]*\}\}\}/u, '')
    .replace(':root,:host', ':root');
  const known = namesIn(css, /\.((?:\\.|[\w-])+)/gu).map((name) => name.replace(/\\(.)/gu, '$1'));
  const allNames = new Set(known.filter((name) => !setByScripts.test(name)));
  // Pages share few sets of names, in ten times as many combinations of attributes.
  const byUnused = memoize((unused: string) => withoutUnused(without(unused.split(' '), css)));
  const byAttributes = memoize((attributes: string) => {
    const names = new Set(decodeHTMLAttribute(attributes).split(/\s+/u));
    return byUnused([...allNames.difference(names)].join(' '));
  });
  return (html) => byAttributes(classAttributes(html));
}
