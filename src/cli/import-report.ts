import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { ImportDiagnostic } from '../import/item.ts';
import type { Plan } from '../import/plan.ts';
import type { FileChange } from '../loader/file-names.ts';
import { updateLedgers } from '../loader/ledgers.ts';
import { pluralize, printProblems, loadValid, shownPath } from './content.ts';

/** Maximum number of kept quotes, or of near-duplicates, that are listed. */
const MAX_NAMED = 10;
/** Maximum number of lines in a notice. */
const MAX_LINES = 200;

/** Formats a diagnostic as `FILE:LINE: SUBJECT MESSAGE`, which editors turn into a link. */
export function formatDiagnostic(file: string, diagnostic: ImportDiagnostic): string {
  const { severity, line, subject, message } = diagnostic;
  const mark = { error: '', skipped: 'left out: ', warning: 'warning: ', notice: '' }[severity];
  return `${diagnostic.file ?? file}:${line}: ${mark}${subject} ${message}`;
}

/** Prints errors and warnings one by one, and equal notices together with all their lines. */
export function printDiagnostics(file: string, diagnostics: ImportDiagnostic[]): void {
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== 'notice') console.error(formatDiagnostic(file, diagnostic));
  }
  const notices = diagnostics.filter(({ severity }) => severity === 'notice');
  const kinds = Map.groupBy(
    notices,
    (notice) => `${notice.file ?? file}: ${notice.subject} ${notice.message}`,
  );
  for (const [kind, all] of kinds) {
    const distinct = [...new Set(all.map(({ line }) => line))];
    const lines = distinct.slice(0, MAX_LINES);
    const more = distinct.length > MAX_LINES ? ` and ${distinct.length - MAX_LINES} more` : '';
    console.log(`${kind} (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more})`);
  }
}

/** Prints a change as a unified diff. */
export function printDiff({ path, before, after = '' }: FileChange): void {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  const patch = createTwoFilesPatch(from, `b/${path}`, before ?? '', after, undefined, undefined, {
    context: 3,
  });
  process.stdout.write(patch.replace(/^=+\n/u, ''));
}

/** Prints which values of the curator are kept, and which quotes are not in the file. */
export function printKept({ conflicts, kept }: Plan, file: string, to: string): void {
  for (const { path, message } of conflicts) {
    console.error(`${join(to, path)}: kept as it is: ${message}`);
  }
  if (conflicts.length > 0) console.error('Use --overwrite to take the imported values.');
  for (const path of kept.slice(0, MAX_NAMED)) {
    console.error(`${join(to, path)}: kept, although ${file} does not contain it`);
  }
  if (kept.length > MAX_NAMED)
    console.error(`… and ${pluralize(kept.length - MAX_NAMED, 'quote')} more`);
}

/** Returns the ledger changes of a staged, valid collection, and prints near-duplicates. */
export function ledgersIfValid(staged: string, folder: string): FileChange[] {
  const refusal = `The result would have these errors, so nothing was written to ${shownPath(folder)}.`;
  const loaded = loadValid(staged, refusal, folder);
  const alike = loaded.problems.filter(({ rule }) => rule === 'near-duplicate-quote');
  printProblems(folder, alike.slice(0, MAX_NAMED));
  if (alike.length > MAX_NAMED) {
    console.error(
      `… and ${alike.length - MAX_NAMED} more: npm run check lists all near-duplicates`,
    );
  }
  return updateLedgers(loaded).changes;
}
