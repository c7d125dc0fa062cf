import { decodeHTMLAttribute } from 'entities';
import { transform } from 'lightningcss';
import { memoize } from '../text/memoize.ts';

/** The class that client scripts set, for the part of a search result. */
const setByScripts = /^part-\d+$/u;

/** Returns the distinct values of the `class` attributes of a page, including templates. */
function classAttributes(html: string): string {
  const values = new Set<string>();
  for (const [, value] of html.matchAll(/class="([^"]*)"/gu)) values.add(value!);
  return [...values].join(' ');
}

/** Returns the distinct names that a pattern captures, such as class names. */
function namesIn(css: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(css.matchAll(pattern), ([, name]) => name!))];
}

/** Removes classes and custom properties from a stylesheet; text has one character per byte. */
function without(unusedSymbols: string[], css: string): string {
  const code = Buffer.from(css, 'latin1');
  const pruned = transform({ filename: 'page.css', code, minify: true, unusedSymbols }).code;
  return Buffer.from(pruned).toString('latin1');
}

/** Removes custom properties and fonts that no rule uses. */
function withoutUnused(css: string): string {
  const unused = namesIn(css, /(--[\w-]+)/gu).filter((name) => !css.includes(`var(${name}`));
  const fontFace = /@font-face\{font-family:([^;]*);[^}]*\}/gu;
  const used = without(unused, css);
  const rules = used.replace(fontFace, '');
  return used.replace(fontFace, (face, family: string) => (rules.includes(family) ? face : ''));
}

/**
 * Returns a function that reduces a stylesheet to the rules that a page can use, by its class
 * names: Tailwind makes one stylesheet for all pages, but styles are inlined. Tailwind's fallback
 * for browsers without `@property` is also removed, because these do not support `light-dark()`.
 */
export function createPruner(stylesheet: string): (html: string) => string {
  const css = stylesheet
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(/@layer properties\{@supports[^{]*\{[^{]*\{[^}]*\}\}\}/u, '')
    .replace(':root,:host', ':root');
  const classNames = namesIn(css, /\.((?:\\.|[\w-])+)/gu).map((name) =>
    name.replace(/\\(.)/gu, '$1'),
  );
  const allNames = new Set(classNames.filter((name) => !setByScripts.test(name)));
  // There are few sets of class names, and ten times as many combinations of attributes.
  const byUnused = memoize((unused: string) => withoutUnused(without(unused.split(' '), css)));
  const byAttributes = memoize((attributes: string) => {
    const names = new Set(decodeHTMLAttribute(attributes).split(/\s+/u));
    return byUnused([...allNames.difference(names)].join(' '));
  });
  return (html) => byAttributes(classAttributes(html));
}
