import { quoted, createResult, type Input, type Item, type ReadResult } from '../item.ts';

// “Excerpt From” and the copyright line in the languages of Apple Books.
const excerptFrom =
  /^\s*(?:excerpt from|auszug aus|extrait de|fragmento de|extracto de|passi di|estratto da|trecho de|fragment uit|utdrag (?:från|ur)|fragment książki|отрывок из|摘录来自|摘自|抜粋|발췌)\s*:?\s*(.*)$/iu;
const copyright =
  /copyright|urheberrecht|droits d.auteur|derechos de autor|direitos autorais|diritto d.autore|auteursrecht|版权|版權|著作権|저작권|авторск/iu;
const url = /https?:\/\/\S+/u;

/** Scores how likely a text was copied from Apple Books: it has an “Excerpt From” line. */
export function recognize({ text }: Input): number {
  const lines = text.split('\n');
  if (!lines.some((line) => excerptFrom.test(line))) return 0;
  return lines.some((line) => copyright.test(line)) ? 1 : 0.6;
}

/**
 * Reads excerpts copied from Apple Books, one below the other: the quote, usually in quotation
 * marks, then `Excerpt From`, the title, the author, possibly an address, and a copyright line. In
 * older ones this is one line: `Excerpt From: Author. “Title.” iBooks.`
 * Source: no specification; excerpts pasted in public repositories.
 */
export function read({ text }: Input): ReadResult {
  const { result, error } = createResult();
  const lines = text.split('\n');
  let start = 0;
  for (let at = 0; at < lines.length; at++) {
    const found = excerptFrom.exec(lines[at]!);
    if (!found) continue;
    const words = lines.slice(start, at);
    const first = words.findIndex((line) => line.trim() !== '');
    const sourceLines: string[] = found[1] ? [found[1]] : [];
    // Title, author and possibly an address follow. An empty line ends them, too.
    const isEnd = (line: string) =>
      line.trim() === '' ? sourceLines.length > 0 : sourceLines.length >= 2 && !url.test(line);
    let end = at + 1;
    while (end < lines.length && !copyright.test(lines[end]!) && !isEnd(lines[end]!)) {
      const next = lines[end++]!.trim();
      if (next !== '') sourceLines.push(next);
    }
    if (copyright.test(lines[end] ?? '')) end += 1;
    const text = words.filter((line) => line.trim() !== '').join('\n\n');
    if (first === -1) error(at + 1, 'quote', `is missing above ${quoted(lines[at]!)}`);
    else result.items.push({ line: start + first + 1, text, ...sourceOf(sourceLines) });
    start = end;
  }
  const rest = lines.slice(start);
  const stray = rest.findIndex((line) => line.trim() !== '' && !copyright.test(line));
  if (stray !== -1) {
    const message = `is missing: expected “Excerpt From” after ${quoted(rest[stray]!)}`;
    error(start + stray + 1, 'source', message);
  }
  return result;
}

function sourceOf(sourceLines: string[]): Pick<Item, 'source' | 'person' | 'url'> {
  const address = sourceLines.join(' ').match(url)?.[0];
  const lines = sourceLines.map((line) => line.replace(url, '').trim()).filter(Boolean);
  const [, author, title] = /^(.+?)\.\s+[“"„«](.+?)\.?[”"“»]\.?/u.exec(lines.join(' ')) ?? [];
  const [source, person] = lines.length === 1 && author ? [title, author] : lines;
  return { source, person, url: address };
}
