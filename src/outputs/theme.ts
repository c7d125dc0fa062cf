import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CssColor, transform } from 'lightningcss';
import { UserError } from '../loader/diagnostic.ts';
import { memoize } from '../text/memoize.ts';

// The tokens of src/theme.css for outputs that stylesheets do not reach: cards, icons, EPUB, fonts.

export type ColorName = 'paper' | 'ink' | 'soft' | 'rule' | 'accent' | 'tint';
export type FontRole = 'serif' | 'sans';

export type Theme = ReturnType<typeof parseTheme>;

const FILE = 'src/theme.css';
/** Rules that apply to a part's page, in the order of the cascade. */
const PART_RULES = ["[class*='part-']", "html[class*='part-']"];
/** A browser without `oklch()`, for which Lightning CSS writes every colour as `#rrggbb`. */
const OLD_BROWSER = { chrome: 60 << 16 };

type Properties = Map<string, string>;

function propertiesIn(css: string, isWanted: (selector: string) => boolean): Properties {
  const blocks = css.replace(/\/\*.*?\*\//gsu, '').matchAll(/([^{};]*)\{([^{}]*)\}/gu);
  const wanted = Array.from(blocks).filter(([, selector]) => isWanted(selector!.trim()));
  return new Map(
    wanted.flatMap(([, , body]) =>
      Array.from(body!.matchAll(/(--[\w-]+)\s*:\s*([^;]+)/gu), ([, name, value]) => {
        return [name!, value!.replace(/\s+/gu, ' ').trim()] as const;
      }),
    ),
  );
}

/** Returns the value of a property with its references resolved, those of `--theme()` in `root`. */
function valueOf(name: string, properties: Properties, root = properties): string {
  const value = properties.get(name);
  if (value === undefined) throw new UserError(`${FILE}: ${name} is missing. Add it.`);
  return value
    .replace(/--theme\((--[\w-]+) inline\)/gu, (_, token: string) => valueOf(token, root))
    .replace(/var\((--[\w-]+)\)/gu, (_, inner: string) => valueOf(inner, properties, root));
}

/** Computes a colour with the compiler of the pages' stylesheets; empty if it is not a colour. */
function plainColor(value: string, scheme: 'light' | 'dark'): string {
  const code = Buffer.from(`a{color:${value}}`);
  const pick = (color: CssColor): CssColor =>
    typeof color === 'object' && color.type === 'light-dark' ? pick(color[scheme]) : color;
  const options = { targets: OLD_BROWSER, minify: true, visitor: { Color: pick } };
  const css = transform({ filename: FILE, code, ...options }).code;
  const [, color = ''] = /^a\{color:(#[\da-f]{3,8}|[a-z]+)[;}]/u.exec(css.toString()) ?? [];
  return color.replace(/^#(.)(.)(.)$/u, '#$1$1$2$2$3$3');
}

/** Parses the tokens of a stylesheet. */
export function parseTheme(css: string) {
  const root = propertiesIn(css, (selector) => selector.startsWith('@theme'));
  const ofParts = new Map([
    ...root,
    ...PART_RULES.flatMap((rule) => [...propertiesIn(css, (selector) => selector === rule)]),
  ]);
  /** The fonts of a role, as a value for `font-family`. */
  const stack = (role: FontRole) => valueOf(`--font-${role}`, root);
  // Every page needs two colours.
  const colors = memoize((key: string) => {
    const [name, scheme, part] = key.split(' ');
    const token = `--color-${name}`;
    const properties = part ? new Map(ofParts).set('--part', part) : root;
    const value = valueOf(token, properties, root);
    const color = plainColor(value, scheme === 'dark' ? scheme : 'light');
    if (color) return color;
    throw new UserError(
      `${FILE}: ${token} is not a colour: ${value}. Write oklch(0.47 0.13 255), #1f5ca4 or a name.`,
    );
  });
  return {
    /** The source, for cache keys. */
    css,
    /** A colour as `#rrggbb`; with `part`, a position in the list, as on the page of that part. */
    color: (name: ColorName, { part, dark = false }: { part?: number; dark?: boolean } = {}) =>
      colors([name, dark ? 'dark' : 'light', ...(part === undefined ? [] : [part])].join(' ')),
    /** The first font of a role. */
    family: (role: FontRole) => stack(role).split(',')[0]!.replace(/["']/gu, '').trim(),
    stack,
  };
}

const themeIn = memoize((file: string) => parseTheme(readFileSync(file, 'utf8')));

/** Returns the theme of the project, which is read once. */
export const readTheme = (): Theme => themeIn(resolve(FILE));
