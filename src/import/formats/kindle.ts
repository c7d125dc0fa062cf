import { textKey } from '../../collection/plain-text.ts';
import { plainName } from '../attribution.ts';
import { quoted, createResult, type Input, type Item, type ReadResult } from '../item.ts';
import { blocksOf } from '../lines.ts';

const separator = /^={5,}\s*$/u;
const bookmark =
  /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|bokmärke|zakładka|закладка|书签|書籤|ブックマーク|책갈피/iu;
const note = /\bnote\b|notiz|\bnota\b|notitie|anteckning|notatka|заметка|笔记|メモ|메모/iu;
const highlight =
  /highlight|markierung|surlignement|subrayado|evidenziazione|destaque|markering|clip|标注|ハイライト|하이라이트/iu;
const page =
  /(?:\bpage|seite|página|pagina|\bsida|strona|страниц\p{L}*|\bp\.|第)\s*([\divxlc]+(?:[-–][\divxlc]+)?)|(\d+)\s*(?:ページ|페이지)/iu;
const position =
  /(?:location|loc\.|position|posición|posizione|posição|emplacement|locatie|plats|pozycj\p{L}|мест\p{L}|位置)\.?\s*(?:no\.?\s*|nº\s*|#)?(\d+)(?:[-–](\d+))?/iu;
const unknown =
  /^(?:unknown|unbekannt|inconnu(?:\(e\))?|desconocido|sconosciuto|desconhecido|onbekend)$/iu;
const clippingLimit = /^\s*<.*(?:limit|Limite|límite|Grenze|maximal).*>\s*$/iu;

/** Scores how likely a text is Kindle clippings: it has separator lines and location lines. */
export function recognize({ text }: Input): number {
  const hasLocation = /^[-–] .*\d.*(?:\||\d{4}).*$/mu.test(text);
  return /^={10}\s*$/mu.test(text) && hasLocation ? 1 : 0;
}

/**
 * Reads Kindle's `My Clippings.txt`. An entry is `Title (Last, First)`, then `- Your Highlight on
 * page 12 | Location 145-147 | Added on …`, an empty line, the text and `==========`. Kind and
 * location are recognized in twelve interface languages; other kinds than bookmark and note are
 * highlights. The locator is the page, or else the location. A longer highlight replaces a shorter
 * one at the same location. A note at the location of a highlight belongs to it.
 * Source: no specification; files in public repositories (en, de, fr, es, it, pt, nl, zh, ja).
 */
export function read({ text }: Input): ReadResult {
  const { result, error, notice } = createResult();
  const highlights: Clipping[] = [];
  const notes: Clipping[] = [];
  for (const { line, lines } of blocksOf(text.replaceAll('\uFEFF', ''), separator)) {
    const [title = '', details = '', ...words] = lines.map((raw) => raw.trim());
    const body = words.join('\n').trim();
    const [kind = ''] = details.split('|');
    const leaveOut = (what: string) => notice(line, 'quote', `left out: ${what}`);
    if (!/^[-–]/u.test(details)) {
      const expected = `expected a line \`- Your Highlight on …\`, found ${quoted(details || title)}`;
      error(line, 'line', `is not a clipping: ${expected}`);
    } else if (bookmark.test(kind)) leaveOut('a bookmark');
    else if (body === '') leaveOut('empty');
    else if (clippingLimit.test(body)) leaveOut('the limit of clippings was reached');
    else {
      const { locator, ...range } = parseLocation(details);
      const item = { line, text: body, ...bookOf(title), locator };
      const isNote = note.test(kind) && !highlight.test(kind);
      (isNote ? notes : highlights).push({ item, title, ...range });
    }
  }
  const books = Map.groupBy(highlights, ({ title }) => title);
  for (const { item, title, from, to } of notes) {
    const at = books.get(title)?.findLast((other) => to >= other.from && from <= other.to);
    if (at && !at.item.note) at.item.note = item.text;
    else notice(item.line, 'quote', 'left out: a note without a highlight');
  }
  for (const [index, { item, title, from, to }] of highlights.entries()) {
    const longer = books.get(title)!.find((other) => {
      if (other.item === item || other.from > to || other.to < from) return false;
      const [inner, outer] = [textKey(item.text), textKey(other.item.text)];
      return inner === outer ? highlights.indexOf(other) < index : outer.includes(inner);
    });
    if (!longer) result.items.push(item);
    else {
      if (item.note) longer.item.note ??= item.note;
      notice(item.line, 'quote', 'left out: a longer or equal highlight has the same location');
    }
  }
  return result;
}

type Clipping = { item: Item; title: string; from: number; to: number };

/** Parses `Title (Author)`. Both may contain brackets. */
function bookOf(title: string): Pick<Item, 'source' | 'person'> {
  const [, source = title, author = ''] =
    /^(.+?)\s*\(((?:[^()]|\([^()]*\))+)\)$/u.exec(title) ?? [];
  const isKnown = author !== '' && !unknown.test(author);
  return { source, person: isKnown ? plainName(author, true) : undefined };
}

function parseLocation(details: string): Pick<Clipping, 'from' | 'to'> & Pick<Item, 'locator'> {
  const [, before, after] = page.exec(details) ?? [];
  const printed = (before ?? after)?.replace(/^(.+)[-–]\1$/u, '$1');
  const [, first = printed, last = first] = position.exec(details) ?? [];
  if (first === undefined) return { from: Infinity, to: -Infinity };
  const from = Number.parseInt(first, 10);
  // An older Kindle shortens the end: `1446-49`.
  const to = Number.parseInt(first.slice(0, -last!.length) + last!, 10);
  const locator = printed ? `p. ${printed}` : `location ${from === to ? from : `${from}-${to}`}`;
  return { from, to, locator };
}
