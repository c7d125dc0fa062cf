import type * as mdast from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { joinLines } from '../text/join-lines.ts';
import type { Inline, Paragraph } from '../collection/model.ts';

/** A construct that the text may not contain, named as an author would, with its place (from 1). */
export interface BodyProblem {
  construct: string;
  line: number;
  column: number;
}

const commonmark = remark()
  // What would be a row of dashes under the head of a table is escaped when it is written.
  .data('settings', {
    bullet: '-',
    unsafe: [
      { atBreak: true, character: '|', after: '[\\t :-]' },
      { atBreak: true, character: ':', after: '-' },
      { atBreak: true, character: '-', after: '[:|]' },
      // A mail address in angle brackets is a link, also where it begins with a digit.
      { character: '<', after: '\\S' },
    ],
    handlers: {
      // To look for what to escape takes longer than all else, and most text has nothing.
      text: ({ value }: mdast.Text, _parent, state, info) =>
        // A space counts at the end of a line only.
        plainLine.test(info.after === '\n' ? value : value.replace(/ $/u, ''))
          ? value
          : state.safe(value, info),
    },
  })
  .freeze();
// For pages. In quotes only tables and footnotes are looked for: GFM would turn bare URLs into links.
const gfm = remark().use(remarkGfm).freeze();

/** Constructs of Markdown by the names that authors know. */
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

/** A Markdown document. */
export function parseMarkdown(markdown: string): mdast.Root {
  return plainDocument(markdown) ?? commonmark.parse(markdown);
}

// A line in which nothing can be markup: it begins with a letter or a quotation mark, after
// an em dash or not, and contains words, single spaces and the marks of sentences.
const plainLine =
  /^(?:— )?["“‘«\p{L}][\p{L}\p{N},.;:?"'“”‘’«»—–…()%/-]*(?: [\p{L}\p{N},.;:?"'“”‘’«»—–…()%/-]+)*$/u;

/**
 * Paragraphs of one plain line each, as most quotes are: what the parser makes of them, in a fraction
 * of its time. Of anything else nothing. A collection of 10,000 quotes of 10 to 45 words is loaded in
 * 3.2 s of processor time with it and 4.5 s without (Node 24).
 */
function plainDocument(markdown: string): mdast.Root | undefined {
  // What is blanked out of a file is above its paragraphs.
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

/** A document of GitHub Flavored Markdown. */
export const parseGfm = (markdown: string): mdast.Root => gfm.parse(markdown);

/** Reads blocks as paragraphs; everything beyond the subset is reported, none of it is kept. */
export function readParagraphs(
  blocks: mdast.Root['children'],
  { links }: { links: boolean },
): { paragraphs: Paragraph[]; problems: BodyProblem[] } {
  const problems: BodyProblem[] = [];
  const paragraphs: Paragraph[] = [];

  const reject = (node: mdast.Nodes): Inline[] => {
    const construct = constructs[node.type] ?? node.type;
    const { line, column } = node.position!.start;
    // Inline HTML comes in pieces, an opening and a closing tag.
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

/** A link to the web or to a mail address, without a title that no page would show. */
function isPlainLink({ url, title }: mdast.Link): boolean {
  return (
    /^(?:https?:\/\/|mailto:)/iu.test(url) &&
    !title &&
    !/[\s@]/u.test(url.replace(/^mailto:\S*$/iu, '')) &&
    !findForbiddenCharacter(url)
  );
}

/** Tables and footnotes, which CommonMark takes for plain text and a reader would see as rubble. */
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

/** The Markdown of plain text: what could be read as markup is escaped. Undoes `plainText`. */
export function toMarkdown(text: string): string {
  const paragraphs = text.split(/\n{2,}/u).map((paragraph) =>
    paragraph.split('\n').flatMap((value, index): Paragraph => {
      const line: Paragraph = [{ type: 'text', value }];
      return index === 0 ? line : [{ type: 'break' }, ...line];
    }),
  );
  return writeMarkdown(paragraphNodes(paragraphs));
}

/** Paragraphs as blocks, for use among others. Undoes `readParagraphs`. */
export function paragraphNodes(paragraphs: Paragraph[]): mdast.Paragraph[] {
  return paragraphs.map((children) => ({ type: 'paragraph', children }));
}

/** The text of Markdown blocks, with whatever could be read as other markup escaped. */
export function writeMarkdown(blocks: mdast.Root['children']): string {
  return commonmark.stringify({ type: 'root', children: blocks });
}
