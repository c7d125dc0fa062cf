import type { RootContent } from 'mdast';

/** How reliable a quote is: checked at its source, attributed in notes, or not word for word. */
export const statuses = ['verified', 'attributed', 'paraphrased'] as const;
export type Status = (typeof statuses)[number];

/** The inline Markdown nodes of quotes; `link` is only for introductions, `marked` for mentions. */
export type Inline =
  | { type: 'text'; value: string; marked?: true }
  | { type: 'inlineCode'; value: string; marked?: true }
  | { type: 'break' }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] };

export type Paragraph = Inline[];

/** Fields that a collection may require of every quote. */
export const requirable = [
  'part',
  'theme',
  'source',
  'person',
  'order',
  'url',
  'date',
  'locator',
  'status',
  'lang',
] as const;
export type RequirableField = (typeof requirable)[number];

/** The settings in `collection.yaml`; lists that it does not contain are empty. */
export interface CollectionConfig {
  title: string;
  /** Who is quoted, unless a quote names someone else. */
  person?: string;
  /** BCP 47 */
  lang: string;
  introduction: Paragraph[];
  /** Fields that every quote must have. */
  requires?: RequirableField[];
  parts: { number: number; title: string; slug: string }[];
  subjects: { term: string; match: string[]; search?: string[] }[];
  /** Words of the interface that this collection replaces. */
  words?: Record<
    string,
    string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })
  >;
  /** A URL or mail address for corrections, with `{id}` and `{text}` to be filled in. */
  report?: string;
  date?: string;
}

/** The content of a quote file; labels are not yet resolved to parts, themes and sources. */
export interface QuoteEntry {
  id: string;
  /** Required if the collection has parts. */
  part?: number;
  theme?: string;
  source?: string;
  paragraphs: Paragraph[];
  /** Plain text as written: an empty line between paragraphs, hard breaks as newlines. */
  text: string;
  aliases: string[];
  /** Ids of quotes that are similar on purpose. */
  similar?: string[];
  status: Status;
  order?: number;
  url?: string;
  date?: string;
  locator?: string;
  person?: string;
  lang?: string;
}

/** A label with its quotes: a part, theme, source, person or subject. */
export interface Group {
  /** Verbatim. */
  label: string;
  slug: string;
  /** In reading order. */
  quotes: Quote[];
}

export interface Part extends Group {
  /** As printed. */
  number: number;
  /** In the list of parts, from 1. */
  position: number;
}

/** An entry in the index, as at the back of a book. At least one quote mentions it. */
export interface Subject extends Group {
  /** The words that count as mentions; see `mentions`. */
  match: string[];
  /** Other words that find it in a search. */
  search?: string[];
}

export interface Quote extends Omit<QuoteEntry, 'part' | 'theme' | 'source' | 'person' | 'lang'> {
  part?: Part;
  theme?: Group;
  source?: Group;
  /** From the quote or the collection. */
  person?: Group;
  /** In the order of the index. */
  subjects: Subject[];
  /** `search` words of the subjects that its text, theme or source mentions. */
  searchWords: string[];
  lang: string;
  /** The day on which its id was added to the ledger. */
  added?: string;
}

/** A page that the collection adds, such as an imprint: `pages/<slug>.md`. */
export interface OwnPage {
  slug: string;
  title: string;
  /** Whether the menu lists it too; the footer always does. */
  menu: boolean;
  /** The text of its first paragraph. */
  description: string;
  /** Without HTML and references; headings begin at level 2, images have their file names. */
  blocks: RootContent[];
  /** The absolute paths of its images, by file name. */
  images: Record<string, string>;
}

/** Every published id: live, or withdrawn with a day and a reason. */
export type Ledger = Record<string, 'live' | { gone: string; reason?: string }>;

/**
 * The kinds of labels with pages, by the folder in their addresses. The ledger records these
 * addresses; redirects, notices for removed labels and suggestions all use this list.
 */
export const labelKinds = ['parts', 'themes', 'sources', 'people', 'subjects'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** The kinds that an index lists, in the order of the menu. */
export const indexKinds = [
  'themes',
  'people',
  'sources',
  'subjects',
] as const satisfies LabelKind[];
export type IndexKind = (typeof indexKinds)[number];

/** The last label at an address. */
export interface LabelRecord {
  label: string;
  /** The path to which the address redirects. */
  to?: string;
  /** The ids of its last quotes, if no other page has all of them. */
  quotes?: string[];
  gone?: string;
  reason?: string;
}

export interface QuoteRecord {
  /** The day on which the id was added to the ledger. */
  added: string;
  /** The paths of its labels when it was last published. */
  labels: string[];
  /** Its first words, if it had no theme. */
  words?: string;
}

/**
 * Every published address of a label, by its path below the base without outer slashes
 * (`themes/trust`), and a record for every published id.
 */
export interface AddressLedger {
  labels: Record<string, LabelRecord>;
  quotes: Record<string, QuoteRecord>;
}

/** A page to which an address leads, with the text of a link to it. */
export interface Destination {
  path: string;
  label: string;
}

/** A published address that has no page now. */
export interface FormerAddress {
  kind: LabelKind | 'quotes';
  slug: string;
  /** The former label, or the first words of a quote, if the ledger has them. */
  label?: string;
  /** The page to which it redirects. */
  to?: Destination;
  /** Pages to suggest if no single page has all its quotes. */
  instead: Destination[];
  /** The day, or only the month or year. */
  gone?: string;
  reason?: string;
}

export interface Collection extends Omit<CollectionConfig, 'parts' | 'subjects'> {
  parts: Part[];
  /** In reading order. */
  quotes: Quote[];
  /** In the order of an index: by label, without a leading “On” or article. */
  themes: Group[];
  sources: Group[];
  /** Empty unless more than one person is quoted. */
  people: Group[];
  subjects: Subject[];
  former: FormerAddress[];
  /** Sorted by slug. */
  ownPages: OwnPage[];
}
