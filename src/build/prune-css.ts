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

// Thousands of pages have the same few hundred values.
const namesByAttribute = new Map<string, string[]>();

function namesOf(attribute: string): string[] {
  let names = namesByAttribute.get(attribute);
  if (!names) {
    names = attribute
      .replace(/&(#?\w+);/gu, (whole, name: string) => entities[name] ?? whole)
      .split(/\s+/u);
    namesByAttribute.set(attribute, names);
  }
  return names;
}

/** The names in the `class` attributes of a page, templates included. */
export function classNames(html: string): Set<string> {
  const names = new Set<string>();
  for (const text of html.split('class="').slice(1)) {
    for (const name of namesOf(text.slice(0, text.indexOf('"')))) names.add(name);
  }
  return names;
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
function namesIn(selector: string): string[] {
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
    const selectors = selectorsOf(head).map((selector) => ({ selector, names: namesIn(selector) }));
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
 * Returns a function that reduces a stylesheet to what a page with some class names can use, as
 * Tailwind makes one stylesheet for all pages and each page has its styles inline. Tailwind's
 * fallback for browsers without `@property` is removed too, as they do not support `light-dark()`.
 */
export function createPruner(css: string): (names: Set<string>) => string {
  const rules = parseRules(
    css
      .replace(/\/\*.*?\*\//gsu, '')
      .replace(/@layer properties\{@supports[^{]*\{[^{]*\{[^}]*\}\}\}/u, ''),
  );
  const known = [...new Set(namesInRules(rules))];
  const pruned = new Map<string, string>();
  return (names) => {
    const used = known.filter((name) => names.has(name));
    const key = used.join(' ');
    const result = pruned.get(key) ?? withoutUnused(usedRules(rules, (name) => names.has(name)));
    pruned.set(key, result);
    return result;
  };
}
