import { withoutInvisible } from '../text/forbidden-characters.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { COLLECTION_FILE, LEDGER_FILE, type FileChange } from './file-names.ts';
import { updateLedger } from './ledgers.ts';
import type { LoadResult } from './load.ts';
import { frontmatter } from './markdown-file.ts';
import type { RuleId } from './rules.ts';

/** A change that loses nothing readable. */
export interface Repair extends FileChange {
  done: string[];
}

/**
 * Finds safe repairs: LF line endings, no BOM, no invisible characters, no quotation marks around a
 * quote, every id in the ledger. Words never change. Files that are not UTF-8 are skipped.
 */
export function findRepairs(loaded: LoadResult, read: (path: string) => string): Repair[] {
  const { files, ledger, problems } = loaded;
  const filesWith = (...rules: RuleId[]) =>
    problems.filter(({ rule }) => rules.includes(rule)).map(({ file }) => file);
  const unreadable = filesWith('encoding', 'not-a-file', 'collection-missing');
  const marked = filesWith('outer-marks');
  const failed = problems.map(({ file }) => file).filter((file) => file.endsWith('.md'));
  const texts = new Set([COLLECTION_FILE, ...files.values(), ...failed]);
  const repairs = [...texts]
    .filter((path) => !unreadable.includes(path))
    .map((path) => repairText(path, read(path), marked.includes(path)));
  if (ledger) {
    const { change, added } = updateLedger(loaded);
    const done = added.length > 0 ? added.map((id) => `added ${id}`) : ['sorted'];
    repairs.push({ ...change, before: read(LEDGER_FILE), done });
  }
  return repairs.filter(({ before, after }) => before !== after);
}

function repairText(path: string, before: string, isMarked: boolean): Repair {
  const done: string[] = [];
  let after = before;
  const step = (what: string, change: (text: string) => string) => {
    const changed = change(after);
    if (changed !== after) done.push(what);
    after = changed;
  };
  step('removed the byte order mark', (text) => text.replace(/^\uFEFF/u, ''));
  step('changed line endings to LF', (text) => text.replaceAll('\r\n', '\n'));
  step('removed invisible characters', withoutInvisible);
  if (isMarked) step('removed the quotation marks around the quote', withoutBodyMarks);
  return { path, before, after, done };
}

function withoutBodyMarks(markdown: string): string {
  const [head = ''] = frontmatter.exec(markdown) ?? [];
  const [blank] = /^\s*/u.exec(markdown.slice(head.length))!;
  return `${head}${blank}${withoutMarks(markdown.slice(head.length))}\n`;
}
