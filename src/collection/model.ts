import type { RootContent } from 'mdast';

/** How sure the collection is of a quote: checked at its source, named in notes, or not word for word. */
export const statuses = ['verified', 'attributed', 'paraphrased'] as const;
export type Status = (typeof statuses)[number];

/**
 * A node of Markdown's tree in running text, of those that a quote allows; `link` occurs in
 * introductions only, and `marked` where a page marks what it is about.
 */
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

/** The settings of a collection, as `collection.yaml` has them; what it lacks is empty. */
export interface CollectionConfig {
  title: string;
  /** Who is quoted unless a quote says otherwise. */
  person?: string;
  /** BCP 47 */
  lang: string;
  introduction: Paragraph[];
  /** What every quote must have; nothing unless given. */
  requires?: RequirableField[];
  parts: { number: number; title: string; slug: string }[];
  subjects: { term: string; match: string[]; search?: string[] }[];
  /** Words of the interface that this collection words differently. */
  words?: Record<
    string,
    string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })
  >;
  /** A URL or mail address for corrections, with `{id}` and `{text}` to be filled in. */
  report?: string;
  date?: string;
}

/** One quote as its file says it; labels are not yet resolved to parts, themes and sources. */
export interface QuoteEntry {
  id: string;
  /** There wherever the collection has parts. */
  part?: number;
  theme?: string;
  source?: string;
  paragraphs: Paragraph[];
  /** Plain text, characters as written: paragraphs apart by an empty line, hard breaks as newlines. */
  text: string;
  aliases: string[];
  /** Ids of quotes that are alike on purpose. */
  similar?: string[];
  status: Status;
  order?: number;
  url?: string;
  date?: string;
  locator?: string;
  person?: string;
  lang?: string;
}

/** A theme, source or person, or what else quotes have in common that has a page. */
export interface Group {
  /** Verbatim. */
  label: string;
  slug: string;
  /** In reading order. */
  quotes: Quote[];
}

export interface Part extends Group {
  /** As printed; the order of the parts is that of the list, which `position` (from 1) counts. */
  number: number;
  position: number;
}

/** What quotes mention, as the index at the back of a book lists it; one at least does. */
export interface Subject extends Group {
  /** The words that mention it: see `mentions`. */
  match: string[];
  /** Words that find it in a search, though no quote has them. */
  search?: string[];
}

export interface Quote extends Omit<QuoteEntry, 'part' | 'theme' | 'source' | 'person' | 'lang'> {
  part?: Part;
  theme?: Group;
  source?: Group;
  /** The quote's own, or that of the collection. */
  person?: Group;
  /** In the order of the index. */
  subjects: Subject[];
  /** Words that also find it: those of the subjects that its text, theme or source mentions. */
  searchWords: string[];
  lang: string;
  /** The day on which its id entered the ledger. */
  added?: string;
}

/** A page of the collection's own beside its quotes, such as an imprint: `pages/<slug>.md`. */
export interface OwnPage {
  slug: string;
  title: string;
  /** Whether the menu lists it, as the footer does. */
  menu: boolean;
  /** The text of its first paragraph. */
  description: string;
  /** Without HTML and references; headings begin at level 2, images are named by their file. */
  blocks: RootContent[];
  /** The absolute paths of its images, by the names of their files. */
  images: Record<string, string>;
}

/** Every id ever published: alive, or withdrawn with a day and a reason. */
export type Ledger = Record<string, 'live' | { gone: string; reason?: string }>;

/**
 * The kinds of pages that have a label, by the folder of their addresses. The ledger keeps their
 * addresses: redirects, pages of what is gone and suggestions follow from this list.
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

/** What an address names, or named. */
export interface LabelRecord {
  label: string;
  /** The path of the page that it leads to now. */
  to?: string;
  /** The ids of its last quotes, where no other page has all of them. */
  quotes?: string[];
  gone?: string;
  reason?: string;
}

/** What is known of an id since it was published. */
export interface QuoteRecord {
  /** The day on which it entered the ledger. */
  added: string;
  /** The paths of its labels when it was last published. */
  labels: string[];
  /** Its first words, where it had no theme. */
  words?: string;
}

/**
 * Every address of a label that was ever published and what is known of each id. A path is that of
 * a page below the base, without a slash at its ends: `themes/trust`.
 */
export interface AddressLedger {
  labels: Record<string, LabelRecord>;
  quotes: Record<string, QuoteRecord>;
}

/** A page that an address leads to, with what a link to it says. */
export interface Destination {
  path: string;
  label: string;
}

/** An address that was published and is no page of the collection any more. */
export interface FormerAddress {
  kind: LabelKind | 'quotes';
  slug: string;
  /** What had this address, as far as the ledger tells: a label, or the first words of a quote. */
  label?: string;
  /** The page that it leads to. */
  to?: Destination;
  /** Where a reader may find what was there, when no page has all of it. */
  instead: Destination[];
  /** The day, or as much of it as the ledger says. */
  gone?: string;
  reason?: string;
}

export interface Collection extends Omit<CollectionConfig, 'parts' | 'subjects'> {
  parts: Part[];
  /** In reading order. */
  quotes: Quote[];
  /** In the order of an index: by label, without a leading “On”. */
  themes: Group[];
  sources: Group[];
  /** Everybody where more than one person is quoted, else nobody. */
  people: Group[];
  subjects: Subject[];
  /** Addresses that were published and have no page now. */
  former: FormerAddress[];
  /** By their slugs. */
  ownPages: OwnPage[];
}
