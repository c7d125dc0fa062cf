import { decodeHTMLStrict } from 'entities';
import { plainName } from './attribution.ts';
import type { Input, Item } from './item.ts';

/** What a column of a table, or a key of an object, may be. */
export type Field = Exclude<keyof Item, 'line'> | 'heading' | 'page' | 'locationType';

/** Names of columns and keys as exports and people write them, for tables and JSON of any origin. */
const synonyms: Record<Field, string> = {
  text: 'text|q|quote|quotes|the quote|favorite quote|favourite quote|text of the quote|quotation|highlight|highlights|highlighted text|selected text|content|body|passage|excerpt|saying|body text|quote text|words|sentence|phrase|zitat|zitate|textstelle|markierung|spruch|citation|extrait|cita|frase|subrayado|citazione|citação|citaat|цитата|名言|引用|句子',
  person:
    'person|a|author|authors|book author|quote author|author name|by|said by|speaker|speaker name|who said it|attribution|attributed to|quotee|name|who|autor|autorin|autora|auteure|auteur|autore|автор|作者|著者',
  source:
    'source|book|book title|title|work|document|document title|article|publication|source title|quote source|from|movie|show|speech|where|occasion|buch|quelle|titel|werk|livre|titre|œuvre|ouvrage|libro|título|titulo|fuente|obra|livro|fonte|titolo|boek|bron|книга|источник|书名|书|本',
  part: 'part|teil|partie|parte',
  heading:
    'part title|chapter|chapter title|section|heading|kapitel|chapitre|capítulo|capitulo|capitolo|hoofdstuk|глава|章节|章',
  theme: 'theme|topic|subject|thema|thème|tema|тема|主题|テーマ',
  page: 'page|page number|pages|page no|seite|página|pagina|strona|страница|页|页码|ページ',
  locator: 'locator|location|loc|position|minute|stelle|emplacement|posición',
  locationType: 'location type',
  url: 'url|source url|sourceurl|link|web|website|uri|permalink|quote link|adresse|lien|enlace',
  date: 'date|year|jahr|année|año|ano|anno|jaar|год|datum|fecha|data',
  status: 'status',
  lang: 'lang|language|sprache|langue|idioma|lingua',
  order: 'order|nr|no|reihenfolge',
  note: 'note|notes|my note|comment|comments|annotation|remark|personal note|notiz|kommentar|commentaire|nota|comentario',
  tags: 'tags|tag|category|categories|keywords|labels|document tags|book tags|genre|schlagwörter|schlagworte|étiquettes|etiquetas|标签',
  by: 'credit',
};

const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(synonyms).flatMap(([field, names]) =>
    names.split('|').map((name) => [name, field as Field] as const),
  ),
);

/** A name of a column as it is looked up. */
export function fieldKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\([^()]*\)/gu, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[\s_:.-]+/gu, ' ')
    .trim();
}

/** Finds the field that a column is by its name. */
export type FieldOf = (name: string) => Field | undefined;

/**
 * Fields by what `--columns` says, or by the synonyms; `others` are names, as `fieldKey`s, that mean
 * something else in a format.
 */
export function fieldsBy(columns: Input['columns'], others: string[] = []): FieldOf {
  return (name) => {
    const key = fieldKey(name);
    const said = fields.get(columns?.get(key) ?? '');
    return said ?? (others.includes(key) ? undefined : fields.get(key));
  };
}

/** Whether `--columns` may name this as a field. */
export function isField(name: string): boolean {
  return fields.has(fieldKey(name));
}

/** The values of named cells by their fields; of two with one field the first that says anything is read. */
export function valuesOf(
  cells: Iterable<readonly [name: string, value: string]>,
  fieldOf: FieldOf,
  unknown?: Set<string>,
): Map<Field, string> {
  const values = new Map<Field, string>();
  for (const [name, value] of cells) {
    const field = fieldOf(name);
    if (field === undefined) unknown?.add(name);
    else if (value.trim() !== '' && !values.has(field)) values.set(field, value);
  }
  return values;
}

/** An item of the values of a row or object, by their field. */
export function itemOf(line: number, values: Map<Field, string>): Item {
  const get = (field: Field) => withoutHtml(values.get(field) ?? '').trim() || undefined;
  const plain = (['theme', 'source', 'url', 'date', 'status', 'lang', 'note', 'by'] as const).map(
    (field) => [field, get(field)],
  );
  const [part = get('heading'), order = ''] = [get('part'), get('order')];
  const person = get('person')?.replace(/\s*,$/u, '');
  const tags = values.get('tags')?.split(/\s*[,;|]\s*|\n/u) ?? [];
  return {
    ...(Object.fromEntries(plain) as Partial<Item>),
    line,
    text: get('text') ?? '',
    person: person && plainName(person),
    part: part && /^\d{1,9}$/u.test(part) ? Number(part) : part,
    locator: locatorOf(values),
    order: /^-?\d{1,9}$/u.test(order) ? Number(order) : undefined,
    tags: tags.filter((tag) => tag !== ''),
  };
}

/** Readwise’s `order` and `offset` are counters of its own and locate nothing in a source. */
function locatorOf(values: Map<Field, string>): string | undefined {
  const page = values.get('page')?.trim();
  if (page) return /^[\divxlc–-]+(?:\s*ff?\.)?$/iu.test(page) ? `p. ${page}` : page;
  const place = values.get('locator')?.trim() ?? '';
  const type = values.get('locationType')?.trim().toLowerCase();
  if (place === '' || (type !== undefined && /order|offset|none/u.test(type))) return undefined;
  if (type === 'page') return `p. ${place}`;
  return /^[\d,–-]+$/u.test(place) ? `location ${place}` : place;
}

/** Text without the tags and entities that exports leave in their cells. */
function withoutHtml(text: string): string {
  if (!/<\/?[a-z]|&(?:#?\w+);/iu.test(text)) return text;
  const plain = text
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<\/p>\s*<p[^<>]*>/giu, '\n\n')
    .replace(/<\/?(?:i|b|em|strong|u|s|p|span|q|mark|small|blockquote|cite)(?:\s[^<>]*)?>/giu, '');
  return decodeHTMLStrict(plain);
}
