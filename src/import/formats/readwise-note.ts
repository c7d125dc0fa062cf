import { plainName } from '../attribution.ts';
import { createResult, quoted, type Input, type Item, type ReadResult } from '../item.ts';
import { markdownWords } from '../markdown-words.ts';

/** The link at the end of a highlight, with its location. */
const locationLink = /\(\[(?:(Page|Location)\s+([^\]]+)|View [^\]]*)\]\([^)]*\)\)$/u;

/** Scores how likely a text is a Readwise note: it has sections for metadata and highlights. */
export function recognize({ text }: Input): number {
  const hasMetadata = /^#+ Metadata\s*\n+[-*] [\w ]+:/mu.test(text);
  return hasMetadata && /^#+ Highlights\b/mu.test(text) ? 0.97 : 0;
}

/**
 * Reads the note of a book that Readwise writes into Obsidian or exports as Markdown: author, title
 * and address below “Metadata”, then a bullet for each highlight. It ends with a link to its page
 * or location; its note and tags are indented below. A lower heading there is a part.
 * Source: the default template of github.com/readwiseio/obsidian-readwise; public repositories.
 */
export function read({ text }: Input): ReadResult {
  const { result, ...report } = createResult();
  const book: Pick<Item, 'source' | 'person' | 'url' | 'part'> = {};
  let isMetadata = true;
  let item: Item | undefined;
  for (const [index, untrimmed] of text.split('\n').entries()) {
    const [line, raw] = [index + 1, untrimmed.trimEnd()];
    const words = (markdown: string) => markdownWords(markdown, line, 'line', report);
    const [, hashes = '', heading = ''] = /^(#+)\s+(.+)/u.exec(raw) ?? [];
    const [, field = '', value = ''] =
      /^\s*[-*]\s+(Author|Full Title|URL|Note|Tags): (.+)/u.exec(raw) ?? [];
    const [, bullet] = /^[-*]\s+(.+)/u.exec(raw) ?? [];
    if (raw === '') continue;
    if (hashes) {
      isMetadata = hashes.length < 3 && !/^(?:New )?Highlights\b/iu.test(heading);
      book.part = hashes.length > 2 ? words(heading) : undefined;
      item = undefined;
    } else if (isMetadata) {
      if (field === 'Author') book.person = plainName(words(value));
      else if (field === 'Full Title') book.source = words(value);
      else if (field === 'URL') book.url = value.trim();
      else if (bullet) report.notice(line, 'line', `left out: ${quoted(bullet)}`);
      else words(raw);
    } else if (item && field === 'Note') item.note = words(value);
    else if (item && field === 'Tags') item.tags = words(value).split(/[\s,]+/u);
    else if (!item && !bullet) {
      report.error(line, 'line', `is neither a heading nor a highlight: ${quoted(raw)}`);
    } else {
      if (bullet) result.items.push((item = { ...book, line, text: '' }));
      const markdown = bullet ?? raw;
      const [, kind, where] = locationLink.exec(markdown) ?? [];
      if (kind) item!.locator = kind === 'Page' ? `p. ${where}` : `location ${where}`;
      item!.text = `${item!.text}\n${words(markdown.replace(locationLink, ''))}`.trim();
    }
  }
  return result;
}
