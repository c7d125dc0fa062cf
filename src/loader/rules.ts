/** What a rule asks of a collection; `message` is how it is broken, `…` stands for what differs. */
export interface Rule {
  severity: 'error' | 'warning';
  message: string;
  /** What `npm run check -- --fix` does about it. */
  repair?: string;
}

const error = (message: string) => ({ severity: 'error', message }) as const;
const warning = (message: string) => ({ severity: 'warning', message }) as const;

/** Every rule that a content folder is held to, by its id. */
export const rules = {
  'folder-missing': error('is not a folder.'),
  'collection-missing': error('is missing. (collection.yaml)'),
  'no-quotes': error('has no quotes.'),
  'sample-quote': warning('is still the sample, and would be published.'),
  'unread-file': warning('is not read. / is not a quote.'),
  'not-a-file': error('is not a file.'),
  encoding: error('is not UTF-8 text.'),
  'limit-exceeded': error('has more than … levels of nesting, marks or characters.'),
  'file-name': error('has a name that cannot be a permalink.'),
  'frontmatter-missing': error(
    'has fields without a line of --- above them. / has no second --- below the fields. / begins with ….',
  ),
  'yaml-syntax': error('is not valid YAML: …'),
  'yaml-indirection': error(
    'uses a YAML anchor or alias, tag, merge key, directive or composed key.',
  ),
  'yaml-comment': warning('ends before the #, which makes the rest of the line a comment.'),
  'unknown-field': error('is not a known field.'),
  'missing-field': error('is missing.'),
  'field-value': error('must be … / is empty.'),
  'forbidden-character': {
    ...error('contains the invisible or control character U+….'),
    repair: 'removes invisible ones',
  },
  construct: error('contains a heading, list, link, image, table, code block, footnote or HTML.'),
  'page-link': error('links to …, which is no page of this site.'),
  'page-image': error(
    'shows …, which is no image beside it. / is no … image. / shows … without saying what it is.',
  ),
  'empty-body': error('is empty.'),
  'outer-marks': {
    ...warning('has quotation marks around it, which pages set themselves.'),
    repair: 'removes them',
  },
  'joined-lines': warning('has lines that are set as one.'),
  'unknown-part': error('names part …, which is not there. / but the collection has no parts.'),
  'unknown-similar': warning('names …, which is no quote.'),
  'repeated-part': error('has the number or slug … twice.'),
  'repeated-id': error('has the same id as ….'),
  'taken-alias': error('names …, which is the id or an alias of ….'),
  'duplicate-quote': error('is the same quote as ….'),
  'repeated-order': warning('is …, as in ….'),
  'near-duplicate-quote': warning(
    'differs from … only by case, marks and spaces. / is contained in …. / is nearly the same as ….',
  ),
  'alike-themes': warning('“…” differs from “…” in … only by case and punctuation.'),
  'alike-sources': warning('“…” looks like “…” in …, spelt in another way.'),
  'unmentioned-subject': warning('names …, which no quote mentions.'),
  'broad-subject': warning('names …, which … of … quotes mention.'),
  'repeated-subject': warning('names … twice.'),
  'ledger-syntax': error('is not valid JSON.'),
  'ledger-value': error('must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}.'),
  'ledger-lost': error('was published and now has no file.'),
  'ledger-withdrawn': error('is withdrawn here and yet has a file or an alias.'),
  'ledger-missing': warning('is missing, so an address breaks when what it names is renamed.'),
  'address-value': error('must be … / cannot be an address.'),
  'address-new': warning('lacks “…”.'),
  'address-lost': warning('was the page of “…”, and its quotes have no other label in common.'),
  'address-target': error('leads to …, which is no page.'),
  'address-taken': error('is the address of “…”, which has the slug … now.'),
  'ledger-new': { ...warning('is not in the ledger of published ids.'), repair: 'adds it' },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

/** The rules as a Markdown table. */
export function rulesTable(): string {
  const rows = Object.entries<Rule>(rules).map(([id, { severity, message, repair = '' }]) => {
    return `| \`${id}\` | ${severity} | ${message.replaceAll('|', '\\|')} | ${repair} |`;
  });
  return ['| Rule | Severity | Message | `--fix` |', '| --- | --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}
