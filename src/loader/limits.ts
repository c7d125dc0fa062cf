/** The longest file of a quote, in UTF-16 units: twice a long essay. */
const MAX_CHARACTERS = 100_000;

/** How deep marks may be nested: beyond it parsers take minutes, or their stack ends. */
const MAX_DEPTH = 50;

/** The most marks of emphasis in a file, as each pair is sought among all others. */
const MAX_EMPHASIS = 4000;

/** How often a file may contain what begins HTML, a link or a footnote, which parsers look far for. */
const MAX_BEGINNINGS = 200;

const containers = /^(?:[ \t]*(?:>|(?:[?:+*-]|\d+[.)])(?=[ \t])))+/u;
const indent = /^[ \t]*/u;
const mark = /\\[^]|\n|[[{\]}]|<[!?]|\|+|([*_`])\1*/gu;

/** Too much for the parsers, in words that an author reads, with its index in UTF-16 units. */
export interface LimitViolation {
  what: string;
  index: number;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/u.test(character);
}

/** What nests by itself at the beginning of a line: quotes and lists, or indentation. */
function deepLine(line: string): boolean {
  const markers = containers.exec(line)?.[0].match(/>|[?:+*-]|\d+[.)]/gu) ?? [];
  return markers.length > MAX_DEPTH || indent.exec(line)![0].length > 4 * MAX_DEPTH;
}

/**
 * Finds what no quote needs and no parser of Markdown or YAML takes in its stride: it is looked
 * for before they run, in one pass. Markdown begins after the frontmatter, where there is one.
 */
export function findLimitViolation(
  text: string,
  { most = MAX_CHARACTERS, markdownFrom = 0 } = {},
): LimitViolation | undefined {
  if (text.length > most) {
    return { what: `more than ${most.toLocaleString('en')} characters`, index: 0 };
  }
  let index = 0;
  for (const line of text.split('\n')) {
    if (deepLine(line)) return { what: `more than ${MAX_DEPTH} levels of nesting`, index };
    index += line.length + 1;
  }
  return findDeepMarks(text, markdownFrom);
}

function findDeepMarks(text: string, markdownFrom: number): LimitViolation | undefined {
  const depths = new Map<string, number>();
  let beginnings = 0;
  let emphasis = 0;
  for (const { 0: found, index } of text.matchAll(mark)) {
    const kind = found.charAt(0);
    if (index < markdownFrom && !'\n[]{}'.includes(kind)) continue;
    const before = text[index - 1];
    const after = text[index + found.length];
    let depth = depths.get(kind) ?? 0;
    if (kind === '\n') {
      // Emphasis and brackets end with their paragraph.
      if (before === '\n') depths.clear();
      depths.delete('|');
    } else if (kind === '[' || kind === '{') depth += 1;
    else if (kind === '*' || kind === '_') {
      emphasis += 1;
      if (!isSpace(before) && depth > 0) depth = Math.max(0, depth - found.length);
      else if (!isSpace(after)) depth += found.length;
    } else if (kind === '|') depth += found.length;
    else if (kind === '`' && found.length > MAX_DEPTH) depth = found.length;
    else if (kind === ']' || kind === '}') {
      const opening = kind === ']' ? '[' : '{';
      depths.set(opening, Math.max(0, (depths.get(opening) ?? 0) - 1));
      if (after === '(') beginnings += 1;
    } else if (kind === '<') beginnings += 1;
    if (kind === '[' && after === '^') beginnings += 1;
    if ('[{*_|`'.includes(kind)) depths.set(kind, depth);
    const deepest = kind === '|' ? MAX_BEGINNINGS : MAX_DEPTH;
    if (depth > deepest) return { what: `more than ${deepest} levels of ${kind}`, index };
    if (emphasis > MAX_EMPHASIS) {
      return { what: `more than ${MAX_EMPHASIS.toLocaleString('en')} marks of emphasis`, index };
    }
    if (beginnings > MAX_BEGINNINGS) {
      return { what: `more than ${MAX_BEGINNINGS} beginnings of links, footnotes or HTML`, index };
    }
  }
  return undefined;
}
