import type * as mdast from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { joinLines } from '../text/join-lines.ts';
import type { Inline, Paragraph } from '../collection/model.ts';

/** A construct that a text may not contain, as authors call it, and its position from 1. */
export interface BodyProblem {
  construct: string;
  line: number;
  column: number;
}

const commonmark = remark()
  // Escapes lines that could be read as the delimiter row of a table.
  .data('settings', {
    bullet: '-',
    unsafe: [
      { atBreak: true, character: '|', after: '[\\t :-]' },
      { atBreak: true, character: ':', after: '-' },
      { atBreak: true, character: '-', after: '[:|]' },
      // A mail address in angle brackets is a link, even if it begins with a digit.
      { character: '<', after: '\\S' },
    ],
    handlers: {
      // Most text needs no escaping, and checking for it takes most of the time.
      text: ({ value }: mdast.Text, _parent, state, info) =>
        // A trailing space matters only at the end of a line.
        plainLine.test(info.after === '\n' ? value : value.replace(/ $/u, ''))
          ? value
          : state.safe(value, info),
    },
  })
  .freeze();
// For pages. In quotes it only detects tables and footnotes, because GFM links bare URLs.
const gfm = remark().use(remarkGfm).freeze();

/** Markdown constructs, as authors call them. */
export const constructs: Partial<Record<mdast.Nodes['type'], string>> = {
  blockquote: 'a block quote',
  code: 'a code block',
  definition: 'a link definition',
  footnoteDefinition: 'a footnote',
  footnoteReference: 'a footnote',
  heading: 'a heading',
  html: 'HTML',
  image: 'an image',
  imageReference: 'an image',
  link: 'a link',
  linkReference: 'a link',
  list: 'a list',
  table: 'a table',
  thematicBreak: 'a thematic break',
};

/** Parses CommonMark. */
export function parseMarkdown(markdown: string): mdast.Root {
  return plainDocument(markdown) ?? commonmark.parse(markdown);
}

// A line without markup: only words, single spaces and punctuation. It begins with a letter or a
// quotation mark, optionally after an em dash.
const plainLine =
  /^(?:— )?["“‘«\p{L}][\p{L}\p{N},.;:?"'“”‘’«»—–…()%/-]*(?: [\p{L}\p{N},.;:?"'“”‘’«»—–…()%/-]+)*$/u;

/**
 * Parses paragraphs of one plain line each, as most quotes are, much faster than the parser.
 * Returns undefined for anything else. Loading 10,000 quotes of 10 to 45 words takes 3.2 s of
 * processor time with this function and 4.5 s without (Node 24).
 */
function plainDocument(markdown: string): mdast.Root | undefined {
  // Spaces replace the frontmatter of a file.
  const [blank] = /^(?: *\n)*/u.exec(markdown)!;
  const paragraphs = markdown.slice(blank.length).replace(/\n$/u, '').split('\n\n');
  if (!paragraphs.every((paragraph) => plainLine.test(paragraph))) return undefined;
  let start = { line: blank.split('\n').length, column: 1, offset: blank.length };
  const children = paragraphs.map((value): mdast.Paragraph => {
    const [column, offset] = [value.length + 1, start.offset + value.length];
    const position = { start, end: { line: start.line, column, offset } };
    start = { line: start.line + 2, column: 1, offset: offset + 2 };
    return { type: 'paragraph', position, children: [{ type: 'text', value, position }] };
  });
  return { type: 'root', children };
}

/** Parses GitHub Flavored Markdown. */
export const parseGfm = (markdown: string): mdast.Root => gfm.parse(markdown);

/** Converts blocks to paragraphs. Other constructs are dropped and returned as problems. */
export function readParagraphs(
  blocks: mdast.Root['children'],
  { links }: { links: boolean },
): { paragraphs: Paragraph[]; problems: BodyProblem[] } {
  const problems: BodyProblem[] = [];
  const paragraphs: Paragraph[] = [];

  const reject = (node: mdast.Nodes): Inline[] => {
    const construct = constructs[node.type] ?? node.type;
    const { line, column } = node.position!.start;
    // The tags of inline HTML are separate nodes, but one problem.
    const last = problems.at(-1);
    if (last?.construct !== construct || last.line !== line) {
      problems.push({ construct, line, column });
    }
    return [];
  };
  const inlines = (parent: mdast.Parents): Inline[] =>
    (parent.children as mdast.PhrasingContent[]).flatMap((node): Inline[] => {
      switch (node.type) {
        case 'text':
          return [{ type: 'text', value: joinLines(node.value.split('\n')) }];
        case 'inlineCode':
          return [{ type: 'inlineCode', value: node.value.replaceAll('\n', ' ') }];
        case 'break':
          return [{ type: 'break' }];
        case 'emphasis':
        case 'strong':
          return [{ type: node.type, children: inlines(node) }];
        case 'link':
          if (!links || !isPlainLink(node)) return reject(node);
          return [{ type: 'link', url: node.url, children: inlines(node) }];
        default:
          return reject(node);
      }
    });

  for (const block of blocks) {
    if (block.type === 'paragraph') paragraphs.push(inlines(block));
    else reject(block);
  }
  return { paragraphs, problems };
}

/** Whether a link is to the web or a mail address and has no title, which no page would show. */
function isPlainLink({ url, title }: mdast.Link): boolean {
  return (
    /^(?:https?:\/\/|mailto:)/iu.test(url) &&
    !title &&
    !/[\s@]/u.test(url.replace(/^mailto:\S*$/iu, '')) &&
    !findForbiddenCharacter(url)
  );
}

/** Finds tables and footnotes, which CommonMark would show as plain text. */
export function findGfmBlocks(markdown: string): BodyProblem[] {
  if (!/\||\[\^/u.test(markdown)) return [];
  const found: BodyProblem[] = [];
  const visit = (node: mdast.Nodes): void => {
    if (['table', 'footnoteDefinition', 'footnoteReference'].includes(node.type)) {
      const { line, column } = node.position!.start;
      found.push({ construct: constructs[node.type]!, line, column });
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(gfm.parse(markdown));
  return found;
}

/** Converts plain text to Markdown, with escapes. The inverse of `plainText`. */
export function toMarkdown(text: string): string {
  const paragraphs = text.split(/\n{2,}/u).map((paragraph) =>
    paragraph.split('\n').flatMap((value, index): Paragraph => {
      const line: Paragraph = [{ type: 'text', value }];
      return index === 0 ? line : [{ type: 'break' }, ...line];
    }),
  );
  return writeMarkdown(paragraphNodes(paragraphs));
}

/** Converts paragraphs to blocks. The inverse of `readParagraphs`. */
export function paragraphNodes(paragraphs: Paragraph[]): mdast.Paragraph[] {
  return paragraphs.map((children) => ({ type: 'paragraph', children }));
}

/** Formats blocks as Markdown and escapes what looks like other markup. */
export function writeMarkdown(blocks: mdast.Root['children']): string {
  return commonmark.stringify({ type: 'root', children: blocks });
}
