import { assemble } from '../collection/assemble.ts';
import type { Collection, QuoteEntry } from '../collection/model.ts';
import { textKey } from '../collection/plain-text.ts';
import { reportTo, type Diagnostic } from './diagnostic.ts';
import { ADDRESSES_FILE, LEDGER_FILE } from './file-names.ts';
import type { LoadResult } from './load.ts';

/** The text of the sample quote that `npm run new` creates. */
export const SAMPLE_TEXT = `This is a sample. Write a quote of your own in its place, without quotation marks around it, and
rename the file: its name becomes the address of the quote. Each further quote is a file of its own.`;

const sampleKey = textKey(SAMPLE_TEXT);

/** Whether a quote still has the text of the sample, under any file name. */
const isSample = ({ text }: Pick<QuoteEntry, 'text'>): boolean => textKey(text) === sampleKey;

/** Returns the quotes whose addresses are recorded: all but the sample, unless it was published. */
export function addressable(entries: QuoteEntry[], ledger: object = {}): QuoteEntry[] {
  return entries.filter((entry) => !isSample(entry) || Object.hasOwn(ledger, entry.id));
}

/** Returns a valid collection without an unpublished sample. */
export function withoutSample(loaded: LoadResult): Collection {
  const { config, entries, ledger, addresses, ownPages } = loaded;
  const publishable = addressable(entries, ledger);
  if (publishable.length === entries.length) return loaded.collection!;
  return assemble(config!, publishable, { ledger, addresses }, ownPages);
}

/** Lists what a valid collection lacks before it can be published. */
export function checkBeforePublishing(loaded: LoadResult): Diagnostic[] {
  const { entries, files, ledger, addresses, collection } = loaded;
  const problems: Diagnostic[] = [];
  if (!collection) return problems;
  const reportIn = reportTo(problems);
  for (const { id } of entries.filter(isSample)) {
    const hint = 'Replace it with a quote of your own, or remove the file.';
    const message = 'is still the sample quote and would be published.';
    reportIn(files.get(id)!)('sample-quote', message, hint);
  }
  if (addressable(entries, ledger).length === 0) return problems;
  for (const file of [...(ledger ? [] : [LEDGER_FILE]), ...(addresses ? [] : [ADDRESSES_FILE])]) {
    const message = 'is missing, so renaming a quote or label breaks its address.';
    reportIn(file)('ledger-missing', message, 'Run npm run permalinks.');
  }
  return problems;
}
