/** A rule for content. In `message`, `…` stands for details, and `/` separates variants. */
export interface Rule {
  severity: 'error' | 'warning';
  message: string;
  /** What `npm run check -- --fix` does. */
  repair?: string;
}

const error = (message: string) => ({ severity: 'error', message }) as const;
const warning = (message: string) => ({ severity: 'warning', message }) as const;

/** All rules for content folders, by id. */
export const rules = {
  'folder-missing': error('is not a folder.'),
  'collection-missing': error('is missing. (collection.yaml)'),
  'no-quotes': error('has no quotes.'),
  'sample-quote': warning('is still the sample quote and would be published.'),
  'unread-file': warning('is not read. / is not a quote. / is neither a page nor shown by one.'),
  'not-a-file': error('is not a file.'),
  encoding: error('is not UTF-8 text.'),
  'limit-exceeded': error('contains more than … levels of nesting, marks or characters.'),
  'file-name': error('has a name that cannot be a permalink.'),
  'frontmatter-missing': error(
    'has fields without a line of --- above them. / has no second --- below the fields. / begins with ….',
  ),
  'yaml-syntax': error('is not valid YAML: …'),
  'yaml-indirection': error(
    'uses a YAML anchor or alias, tag, merge key, directive or complex key.',
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
  'page-link': error('links to …, which is not a page of this site.'),
  'page-image': error(
    'shows …, which is not an image in pages/. / is not in … format. / has no description.',
  ),
  'empty-body': error('is empty.'),
  'outer-marks': {
    ...warning('has quotation marks around it, which pages add themselves.'),
    repair: 'removes them',
  },
  'joined-lines': warning('has lines that will be joined into one.'),
  'unknown-part': error('names part …, which does not exist. / but the collection has no parts.'),
  'unknown-similar': warning('names …, which is not a quote.'),
  'repeated-part': error('has the number or slug … twice.'),
  'repeated-id': error('has the same id as ….'),
  'taken-alias': error('names …, which is the id or an alias of ….'),
  'duplicate-quote': error('is the same quote as ….'),
  'repeated-order': warning('is …, the same as in ….'),
  'near-duplicate-quote': warning(
    'differs from … only in case, punctuation and spaces. / is contained in …. / is nearly the same as ….',
  ),
  'alike-themes': warning('“…” differs from “…” in … only in case and punctuation.'),
  'alike-sources': warning('“…” may be another spelling of “…” in ….'),
  'unmentioned-subject': warning('names …, which no quote mentions.'),
  'broad-subject': warning('names …, which … of … quotes mention.'),
  'repeated-subject': warning('names … twice.'),
  'ledger-syntax': error('is not valid JSON.'),
  'ledger-value': error('must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}.'),
  'ledger-lost': error('was published but now has no file.'),
  'ledger-withdrawn': error('is withdrawn here but still has a file or an alias.'),
  'ledger-missing': warning('is missing, so renaming a quote or label breaks its address.'),
  'address-value': error('must be … / cannot be an address.'),
  'address-new': warning('lacks “…”.'),
  'address-lost': warning('was the page of “…”, and its quotes have no other label in common.'),
  'address-target': error('leads to …, which is not a page.'),
  'address-taken': error('is the address of “…”, which now has the slug ….'),
  'ledger-new': { ...warning('is not in the ledger of published ids.'), repair: 'adds it' },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

/** Formats the rules as a Markdown table. */
export function rulesTable(): string {
  const rows = Object.entries<Rule>(rules).map(([id, { severity, message, repair = '' }]) => {
    return `| \`${id}\` | ${severity} | ${message.replaceAll('|', '\\|')} | ${repair} |`;
  });
  return ['| Rule | Severity | Message | `--fix` |', '| --- | --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}
