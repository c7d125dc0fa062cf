import type { Nodes, Root, RootContent } from 'mdast';

/** Maximum length of a Markdown text, in UTF-16 units: twice a long essay. */
const MAX_CHARACTERS = 100_000;

/** Maximum depth of nesting. Beyond it, parsers take minutes or overflow the stack. */
const MAX_DEPTH = 50;

/** Marks that make Markdown parsers look far back or ahead. Parsing `max` of them takes 2 s. */
const countLimits = [
  { what: 'emphasis marks and brackets', max: 2000, pattern: /\\[^]|[*_[\]]/gu },
  { what: 'starts of links, footnotes or HTML', max: 200, pattern: /\\[^]|\]\(|\[\^|<[!?]/gu },
];

/** A line that begins with too many block quotes, list items or spaces. */
const deepLine = new RegExp(
  `(?<![^\\n])(?:(?:[ \\t]*(?:>|(?:[?:+*-]|\\d+[.)])(?=[ \\t]))){${MAX_DEPTH + 1}}|[ \\t]{${4 * MAX_DEPTH + 1}})`,
  'u',
);
const tooDeep = `more than ${MAX_DEPTH} levels of nesting`;

/** A limit that a text exceeds: a description for its author, and the index in UTF-16 units. */
interface LimitViolation {
  what: string;
  index: number;
}

/**
 * Finds text that would make a YAML or Markdown parser slow. Runs before parsing. The Markdown
 * begins at `markdownFrom`, after the frontmatter.
 */
export function findLimitViolation(
  text: string,
  { max = MAX_CHARACTERS, markdownFrom = 0 } = {},
): LimitViolation | undefined {
  if (text.length > max) {
    return { what: `more than ${max.toLocaleString('en')} characters`, index: 0 };
  }
  const nested = deepLine.exec(text);
  if (nested) return { what: tooDeep, index: nested.index };
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(/\\[^]|[[\]{}]/gu)) {
    const bracket = found.at(-1)!;
    // A backslash makes a bracket literal in Markdown only.
    if (index >= markdownFrom && found !== bracket) continue;
    if ('[{'.includes(bracket)) depth += 1;
    else if (']}'.includes(bracket)) depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return { what: tooDeep, index };
  }
  const markdown = text.slice(markdownFrom);
  for (const { what, max, pattern } of countLimits) {
    const found = [...markdown.matchAll(pattern)].filter(([mark]) => !mark.startsWith('\\'));
    const index = markdownFrom + (found[max]?.index ?? 0);
    if (found.length > max) return { what: `more than ${max.toLocaleString('en')} ${what}`, index };
  }
  return undefined;
}

/** Parses Markdown into blocks, unless it exceeds a limit. */
export function parseWithinLimits(
  markdown: string,
  parse: (markdown: string) => Root,
  markdownFrom = 0,
): { blocks: RootContent[]; violation?: LimitViolation | undefined } {
  const violation = findLimitViolation(markdown, { markdownFrom });
  if (violation) return { blocks: [], violation };
  const blocks = parse(markdown).children;
  const deep = blocks.find((block) => isTooDeep(block));
  return { blocks, violation: deep && { what: tooDeep, index: deep.position!.start.offset! } };
}

function isTooDeep(node: Nodes, depth = 0): boolean {
  if (!('children' in node)) return false;
  return depth > MAX_DEPTH || node.children.some((child) => isTooDeep(child, depth + 1));
}
