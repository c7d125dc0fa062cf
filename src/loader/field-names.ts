/**
 * The names of columns and keys that exports and people use for the fields of a quote, in several
 * languages. Parts and locators are made from `heading`, `page` and the like.
 */
const synonyms = {
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
  credit: 'credit',
};

export type FieldName = keyof typeof synonyms;

/** The field for each name, normalized by `fieldKey`. */
export const fieldNames: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(synonyms).flatMap(([field, names]) =>
    names.split('|').map((name) => [name, field as FieldName] as const),
  ),
);

/** Normalizes the name of a column or key for `fieldNames`. */
export function fieldKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\([^()]*\)/gu, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[\s_:.-]+/gu, ' ')
    .trim();
}
