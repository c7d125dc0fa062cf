import { textKey } from '../../collection/plain-text.ts';
import { plainName } from '../attribution.ts';
import type { Input, Item, ReadResult } from '../item.ts';
import { quoted, reporter } from '../item.ts';

const separator = /^={5,}\s*$/u;
const kinds = {
  bookmark:
    /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|bokmärke|zakładka|закладка|书签|書籤|ブックマーク|책갈피/iu,
  note: /\bnote\b|notiz|\bnota\b|notitie|anteckning|notatka|заметка|笔记|メモ|메모/iu,
  highlight:
    /highlight|markierung|surlignement|subrayado|evidenziazione|destaque|markering|clip|markera|podkreślenie|выделен|标注|標註|ハイライト|하이라이트/iu,
};
const page =
  /(?:\bpage|seite|página|pagina|\bsida|strona|страниц\p{L}*|\bp\.|第)\s*([\divxlc]+(?:-\d+)?)|(\d+)\s*(?:ページ|페이지)/iu;
const position =
  /(?:location|loc\.|position|posición|posizione|posição|emplacement|locatie|plats|pozycj\p{L}|мест\p{L}|位置)\.?\s*(?:no\.?\s*|nº\s*|#)?(\d+)(?:-(\d+))?/iu;
const unknown =
  /^(?:unknown|unbekannt|inconnu(?:\(e\))?|desconocido|sconosciuto|desconhecido|onbekend)$/iu;
const limit = /^\s*<.*(?:limit|Limite|límite|Grenze|maximal).*>\s*$/iu;

/** How sure it is that a text is Kindle clippings: a line of signs, and a line of a place below a title. */
export function isKindle({ text }: Input): number {
  const hasPlace = /^- .*\d.*(?:\||\d{4}).*$/mu.test(text);
  return /^={10}\s*$/mu.test(text) && hasPlace ? 1 : 0;
}

/**
 * Kindle's `My Clippings.txt`: entries that end in `==========`, each `Title (Last, First)`, then
 * `- Your Highlight on page 12 | Location 145-147 | Added on …`, an empty line and the words. The
 * kind and place are told by the words of twelve interface languages; an unknown kind with words is
 * taken for a highlight. A page is the locator, else the location. A longer highlight replaces a
 * shorter one at the same place; a note at the place of a highlight is its note.
 * Source: no specification; files in public repositories (en, de, fr, es, it, pt, nl, zh, ja).
 */
export function readKindle({ text }: Input): ReadResult {
  const result: ReadResult = { items: [], diagnostics: [] };
  const { error, notice } = reporter(result.diagnostics);
  const books = new Map<string, Clipping[]>();
  const notes: (Clipping & { book: string })[] = [];
  for (const { line, lines } of entriesOf(text)) {
    const [title = '', place = '', ...words] = lines;
    if (!place.startsWith('-')) {
      error(
        line,
        'line',
        `is no clipping: expected a line \`- Your Highlight on …\`, found ${quoted(place || title)}`,
      );
      continue;
    }
    const body = words.join('\n').trim();
    const kind = kindOf(place);
    if (kind === 'bookmark') notice(line, 'quote', 'left out: a bookmark');
    else if (body === '') notice(line, 'quote', `left out: an empty ${kind}`);
    else if (limit.test(body))
      notice(line, 'quote', 'left out: the limit of clippings was reached');
    else {
      const [start, end] = rangeOf(place);
      const item: Item = { line, text: body, ...bookOf(title), ...locatorOf(place, start, end) };
      const clipping = { item, start, end };
      const own = books.get(title) ?? [];
      books.set(title, own);
      if (kind === 'note') notes.push({ ...clipping, book: title });
      else own.push(clipping);
    }
  }
  for (const note of notes) {
    const highlight = books.get(note.book)?.findLast((clipping) => isAt(note, clipping));
    if (highlight && !highlight.item.note) highlight.item.note = note.item.text;
    else notice(note.item.line, 'quote', 'left out: a note without a highlight');
  }
  for (const clippings of books.values()) {
    for (const [index, { item, start, end }] of clippings.entries()) {
      const longer = clippings.find((other, at) => {
        if (other.item === item || other.start > end || other.end < start) return false;
        const [inner, outer] = [textKey(item.text), textKey(other.item.text)];
        return inner === outer ? at < index : outer.includes(inner);
      });
      if (!longer) result.items.push(item);
      else {
        if (item.note) longer.item.note ??= item.note;
        notice(item.line, 'quote', 'left out: a longer or equal highlight is at the same place');
      }
    }
  }
  result.items.sort((a, b) => a.line - b.line);
  return result;
}

interface Clipping {
  item: Item;
  start: number;
  end: number;
}

function entriesOf(text: string): { line: number; lines: string[] }[] {
  const entries: { line: number; lines: string[] }[] = [];
  let lines: string[] = [];
  const end = (next: number) => {
    const first = lines.findIndex((each) => each.trim() !== '');
    if (first !== -1) {
      entries.push({
        line: next - lines.length + first,
        lines: lines.slice(first).map((each) => each.replaceAll('\uFEFF', '').trim()),
      });
    }
    lines = [];
  };
  const all = text.split('\n');
  for (const [index, line] of all.entries()) {
    if (separator.test(line)) end(index + 1);
    else lines.push(line);
  }
  end(all.length + 1);
  return entries;
}

function kindOf(place: string): keyof typeof kinds {
  const [kind] = place.split('|');
  const names = ['bookmark', 'highlight', 'note'] as const;
  return names.find((name) => kinds[name].test(kind!)) ?? 'highlight';
}

/** The book is the last thing in brackets' way: `Title (Author)`, brackets within them too. */
function bookOf(title: string): Pick<Item, 'source' | 'person'> {
  let depth = 0;
  let at = title.length;
  if (title.endsWith(')')) {
    do {
      at -= 1;
      if (title[at] === ')') depth += 1;
      if (title[at] === '(') depth -= 1;
    } while (depth > 0 && at > 0);
  }
  const author = title.slice(at + 1, -1).trim();
  if (depth > 0 || at === 0 || author === '') return { source: title };
  const source = title.slice(0, at).trim();
  return unknown.test(author) ? { source } : { source, person: plainName(author) };
}

function rangeOf(place: string): [start: number, end: number] {
  const [, first, last = first] = position.exec(place) ?? page.exec(place) ?? [];
  if (first === undefined) return [Infinity, -Infinity];
  const start = Number.parseInt(first, 10);
  // An older Kindle shortens the end: `1446-49`.
  const full = first.slice(0, Math.max(0, first.length - last!.length)) + last!;
  return [start, Number.parseInt(full, 10)];
}

function locatorOf(place: string, start: number, end: number): Pick<Item, 'locator'> {
  const found = page.exec(place);
  if (found) return { locator: `p. ${found[1] ?? found[2]}` };
  if (!position.test(place)) return {};
  return { locator: `location ${start === end ? start : `${start}-${end}`}` };
}

function isAt(note: Clipping, { start, end }: Clipping): boolean {
  return note.end >= start && note.start <= end;
}
