import { quoted, createResult, type Input, type Item, type ReadResult } from '../item.ts';
import { openingMark, splitQuote } from '../../text/quotation-marks.ts';

const link = /\[([^[\]]*)\]\((?:zotero:\/\/|https?:\/\/www\.zotero\.org\/)[^)]*\)/gu;
/** A citation, the kind of file and a comment. */
const end = /^(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?\s*(?:\((?:pdf|epub|snapshot)\))?\s*(.*)$/isu;
const tag = /<\/?\w+[^<>]*>/gu;
const pages = /,\s*((?:pp?|S|ss?|с|Bl)\.\s*[^,]+)$/u;

/** Scores how likely a text is a Zotero note: its links lead to Zotero. */
export function recognize({ text }: Input): number {
  return /^[“"«„].*\(zotero:\/\//mu.test(text) ? 0.98 : 0;
}

/**
 * Reads a note that Zotero creates from annotations, exported as Markdown. Each annotation is a
 * line: `“words” ([Smith, 2020, p. 3](zotero://…)) ([pdf](zotero://…)) comment`. The citation is
 * the source, its page the locator, the comment the note. Headings and dates above are left out.
 * Source: zotero.org/support/note_templates (the default template); notes in public repositories.
 */
export function read({ text }: Input): ReadResult {
  const { result, error, notice } = createResult();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1;
    const plain = raw.replace(link, '$1').replace(tag, '').trim();
    const found = splitQuote(plain, (rest) => rest === '' || rest.startsWith('('));
    const [, title] = /^#\s+(?!\s|annotations)(.+)/iu.exec(plain) ?? [];
    if (plain === '') continue;
    if (found) result.items.push({ line, text: found.text, ...sourceOf(found.rest) });
    else if (openingMark.test(plain)) error(line, 'quote', `has no closing mark: ${quoted(plain)}`);
    else if (title !== undefined && result.title === undefined) result.title = title;
    else notice(line, 'line', 'left out: not an annotation');
  }
  return result;
}

function sourceOf(rest: string): Pick<Item, 'source' | 'locator' | 'note'> {
  const [, cited = '', note = ''] = end.exec(rest)!;
  return { source: cited.replace(pages, ''), locator: pages.exec(cited)?.[1], note };
}
