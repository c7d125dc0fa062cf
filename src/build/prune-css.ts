import { hash } from 'node:crypto';

const classSelector = /\.((?:\\.|[\w-])+)/gu;
const fontFace = /@font-face\{font-family:([^;]*);[^}]*\}/gu;
/** The class that client scripts compose, for the part of a search result. */
const setByScripts = /^part-\d+$/u;
const entities: Record<string, string> = {
  amp: '&',
  gt: '>',
  '#38': '&',
  quot: '"',
  '#34': '"',
  '#39': "'",
};

/** The values of the `class` attributes of a page, templates included, each once. */
function classAttributes(html: string): string {
  const values = new Set<string>();
  for (const [, value] of html.matchAll(/class="([^"]*)"/gu)) values.add(value!);
  return [...values].join(' ');
}

function namesIn(attributes: string): Set<string> {
  const text = attributes.replace(/&(#?\w+);/gu, (whole, name: string) => entities[name] ?? whole);
  return new Set(text.split(/\s+/u));
}

interface Rule {
  /** The selectors with the classes that each needs, or the rules in an at-rule, or neither. */
  selectors?: { selector: string; names: string[] }[];
  rules?: Rule[];
  head: string;
  css: string;
}

/** The rules and at-rules of a minified stylesheet, one level deep. */
function rulesOf(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of css.matchAll(/\\.|"[^"]*"|'[^']*'|[{};]/gsu)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (depth > 0 || (token !== '}' && token !== ';')) continue;
    rules.push(css.slice(start, index + 1));
    start = index + 1;
  }
  return rules;
}

/** The selectors of a list: a comma in parentheses or after a backslash divides none. */
function selectorsOf(head: string): string[] {
  const selectors = [''];
  let depth = 0;
  for (const [token] of head.matchAll(/\\.|[(),]|[^\\(),]+/gsu)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += token;
  }
  return selectors;
}

/** The classes that a page needs for a selector. What an element must not be, a page may lack. */
function namesOf(selector: string): string[] {
  const needed = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/gu, '');
  return Array.from(needed.matchAll(classSelector), ([, name]) =>
    name!.replace(/\\(.)/gu, '$1'),
  ).filter((name) => !setByScripts.test(name));
}

function parseRules(css: string): Rule[] {
  return rulesOf(css).map((rule) => {
    const at = rule.indexOf('{');
    const [head, body] = [rule.slice(0, at), rule.slice(at + 1, -1)];
    if (/^@(?:layer|media|supports)[^;]*$/u.test(head)) {
      return { head, css: rule, rules: parseRules(body) };
    }
    if (head.startsWith('@')) return { head, css: rule };
    const selectors = selectorsOf(head).map((selector) => ({ selector, names: namesOf(selector) }));
    return { head, css: `{${body}}`, selectors };
  });
}

const namesInRules = (list: Rule[]): string[] =>
  list.flatMap(({ selectors = [], rules = [] }) => [
    ...selectors.flatMap(({ names }) => names),
    ...namesInRules(rules),
  ]);

function usedRules(list: Rule[], isUsed: (name: string) => boolean): string {
  return list
    .map(({ head, css, selectors, rules }) => {
      if (selectors) {
        const used = selectors.filter(({ names }) => names.every(isUsed));
        return used.length === 0 ? '' : used.map(({ selector }) => selector).join() + css;
      }
      if (!rules) return css;
      const inner = usedRules(rules, isUsed);
      return inner === '' ? '' : `${head}{${inner}}`;
    })
    .join('');
}

/** Removes the tokens, `@property` rules and fonts that no other rule uses. */
function withoutUnused(css: string): string {
  const isUsed = (property: string) => css.includes(`var(${property}`);
  const used = css
    .replace(/@property (--[\w-]+)\{[^}]*\}/gu, (rule, name: string) => (isUsed(name) ? rule : ''))
    .replace(/@layer theme\{[^}]*\}\}/u, (theme) =>
      theme
        .replace(':root,:host', ':root')
        .replace(/(?<=[{;])(--[\w-]+):[^;}]*;?/gu, (property, name: string) =>
          isUsed(name) ? property : '',
        ),
    );
  const withoutFonts = used.replace(fontFace, '');
  return used.replace(fontFace, (face, family: string) =>
    withoutFonts.includes(family) ? face : '',
  );
}

/**
 * Returns a function that reduces a stylesheet to what a page can use by its class names, as
 * Tailwind makes one stylesheet for all pages and each page has its styles inline. Tailwind's
 * fallback for browsers without `@property` is removed too, as they do not support `light-dark()`.
 */
export function createPruner(css: string): (html: string) => string {
  const rules = parseRules(
    css
      .replace(/\/\*.*?\*\//gsu, '')
      .replace(/@layer properties\{@supports[^{]*\{[^{]*\{[^}]*\}\}\}/u, ''),
  );
  const known = [...new Set(namesInRules(rules))];
  // Pages share few sets of names, in ten times as many combinations of attributes.
  const byNames = new Map<string, string>();
  const byAttributes = new Map<string, string>();
  return (html) => {
    const attributes = classAttributes(html);
    const digest = hash('sha256', attributes);
    let pruned = byAttributes.get(digest);
    if (pruned === undefined) {
      const names = namesIn(attributes);
      const used = known.filter((name) => names.has(name)).join(' ');
      pruned = byNames.get(used) ?? withoutUnused(usedRules(rules, (name) => names.has(name)));
      byNames.set(used, pruned);
      byAttributes.set(digest, pruned);
    }
    return pruned;
  };
}
