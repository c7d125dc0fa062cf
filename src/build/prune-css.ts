const classAttribute = /class="([^"]*)"/gu;
const classSelector = /\.((?:\\.|[\w-])+)/gu;
const fontFace = /@font-face\{font-family:([^;]*);[^}]*\}/gu;
/** The class that client scripts compose, for the part of a search result. */
const setByScripts = /^part-\d+$/u;

/** The distinct values of all `class` attributes of a page, templates included. */
export function classAttributes(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(classAttribute), ([, value]) => value!))].toSorted();
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
  return Array.from(needed.matchAll(classSelector), ([, name]) => name!.replace(/\\(.)/gu, '$1'));
}

function withoutRules(css: string, isUsed: (name: string) => boolean): string {
  return rulesOf(css)
    .map((rule) => {
      const [head, body] = [
        rule.slice(0, rule.indexOf('{')),
        rule.slice(rule.indexOf('{') + 1, -1),
      ];
      if (/^@(?:layer|media|supports)[^;]*$/u.test(head)) {
        const inner = withoutRules(body, isUsed);
        return inner === '' ? '' : `${head}{${inner}}`;
      }
      if (head.startsWith('@')) return rule;
      const selectors = selectorsOf(head).filter((selector) => namesIn(selector).every(isUsed));
      return selectors.length === 0 ? '' : `${selectors.join()}{${body}}`;
    })
    .join('');
}

/**
 * Reduces a stylesheet to the rules that a page with these `class` attributes can use, as Tailwind
 * makes one stylesheet for all pages and each page has its styles inline. Tailwind's fallback for
 * browsers without `@property` is removed too, as they do not support `light-dark()` either.
 */
export function pruneCss(css: string, attributes: string[]): string {
  const entities: Record<string, string> = {
    amp: '&',
    gt: '>',
    '#38': '&',
    quot: '"',
    '#34': '"',
    '#39': "'",
  };
  const names = new Set(
    attributes
      .join(' ')
      .replace(/&(#?\w+);/gu, (whole, name: string) => entities[name] ?? whole)
      .split(/\s+/u),
  );
  const rules = withoutRules(
    css.replace(/\/\*.*?\*\//gsu, ''),
    (name) => names.has(name) || setByScripts.test(name),
  ).replace(/@layer properties\{@supports[^{]*\{[^{]*\{[^}]*\}\}\}/u, '');
  const used = rules
    .replace(/@property (--[\w-]+)\{[^}]*\}/gu, (rule, name: string) =>
      rules.includes(`var(${name}`) ? rule : '',
    )
    .replace(/@layer theme\{[^}]*\}\}/u, (theme) =>
      theme
        .replace(':root,:host', ':root')
        .replace(/(?<=[{;])(--[\w-]+):[^;}]*;?/gu, (property, name: string) =>
          rules.includes(`var(${name}`) ? property : '',
        ),
    );
  const withoutFonts = used.replace(fontFace, '');
  return used.replace(fontFace, (face, family: string) =>
    withoutFonts.includes(family) ? face : '',
  );
}
