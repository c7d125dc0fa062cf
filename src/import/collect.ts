import { textKey } from '../collection/plain-text.ts';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { slugKey } from '../text/slug.ts';
import { personIn } from './attribution.ts';
import type { ImportData, ImportedQuote } from './import-data.ts';
import { reporter, type ImportDiagnostic, type Item, type ReadResult } from './item.ts';
import { matchQuotes } from './match-quotes.ts';
import { applyItemRules } from './rules.ts';
import { singleSpaced } from '../text/whitespace.ts';

export interface CollectOptions {
  /** The collection is called so where nothing else says how: the name of the file. */
  name: string;
  title?: string | undefined;
  person?: string | undefined;
  lang?: string | undefined;
  tags?: 'theme' | undefined;
  /** Leave out what cannot be read, rather than import nothing. */
  skip?: boolean;
  /** Whether each quote of this form has a part, a theme and a source. */
  isStrict: boolean;
  /** The collection that is there. */
  about?: CollectionConfig | undefined;
  /** Its quotes. */
  entries?: QuoteEntry[] | undefined;
}

export interface Collected {
  /** Absent when there are errors. */
  data?: ImportData;
  diagnostics: ImportDiagnostic[];
  /** What was assumed, each a sentence. */
  assumptions: string[];
}

type Ruled = NonNullable<ReturnType<typeof applyItemRules>>;

/** Makes the data of an import of what was read, by the rules that README.md states. */
export function collect(
  results: (ReadResult & { file?: string })[],
  options: CollectOptions,
): Collected {
  const { about, skip = false, tags } = options;
  const assumptions = results.flatMap(({ assumptions: own }) => own ?? []);
  const [only] = results[0]?.file === undefined ? results : [];
  const title = options.title ?? only?.title ?? about?.title ?? options.name;
  if (title === options.name && !options.title && !about)
    assumptions.push(`title: “${title}”, the name of the file; --title TEXT gives another`);
  const named = personIn(only?.title ?? '');
  const person = options.person ?? about?.person ?? only?.person;
  const isSource = person !== undefined || named?.isSure === true;
  const diagnostics: ImportDiagnostic[] = [];
  const quotes: Ruled[] = [];
  let example: { by: string; person?: string; source?: string } | undefined;
  for (const { items, file, diagnostics: own, ...result } of results) {
    const found: ImportDiagnostic[] = own.filter(
      ({ subject }) => subject !== 'title' || options.title === undefined,
    );
    const report = reporter(found);
    const alone = result.alone ?? 'person';
    for (const item of items) {
      // A document among others is the source of what it quotes.
      const isOwn = only !== undefined || item.source !== undefined || item.by !== undefined;
      const whole: Item = isOwn ? item : { ...item, source: result.title ?? fileName(file) };
      const quote = applyItemRules(
        whole,
        { isSource, alone, tags, isVerbatim: result.isVerbatim },
        report,
      );
      if (quote) quotes.push(quote);
      if (quote?.person && quote.source && item.by) example ??= { ...quote, by: item.by };
    }
    const sorted = found.toSorted((a, b) => a.line - b.line);
    diagnostics.push(...sorted.map((each) => ({ ...each, ...(file !== undefined && { file }) })));
  }
  if (example) {
    const by = singleSpaced(example.by.replace(/^\P{L}+/u, ''));
    assumptions.push(
      `attributions are read as person and source: “${by}” as “${example.person}” and “${example.source}”; with --person NAME they are sources`,
    );
  }
  const { error, notice } = reporter(diagnostics);
  const unique = withoutRepeats(quotes, notice);
  if (unique.length === 0 && !diagnostics.some(({ severity }) => severity === 'error')) {
    error(1, 'quote', 'is missing: the file has none');
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const each of skip ? errors : []) each.severity = 'skipped';
  if (errors.length > 0 && (!skip || unique.length === 0)) {
    return { diagnostics, assumptions };
  }

  const { parts, numbered } = numberParts(unique, results, { ...options, title }, assumptions);
  const persons = new Set(unique.map((quote) => quote.person));
  const [sole] = persons.size === 1 ? persons : [];
  const isUnsaid = unique.every((quote) => quote.person === undefined);
  const titled = isUnsaid && person === undefined && !about ? named?.name : undefined;
  if (titled !== undefined) assumptions.push(`person: ${titled}, taken from the title`);
  const whole = person ?? titled ?? sole;
  const lang = options.lang ?? about?.lang ?? only?.lang ?? 'en';
  const data: ImportData = {
    title,
    lang,
    ...(whole !== undefined && { person: whole }),
    ...(only?.introduction !== undefined && { introduction: only.introduction }),
    requires: options.isStrict
      ? (['part', 'theme', 'source'] as const).filter((field) =>
          numbered.every((quote) => quote[field] !== undefined),
        )
      : [],
    parts,
    quotes: numbered.map(({ person: own, lang: tag, ...quote }) => ({
      ...quote,
      ...(own !== undefined && own !== whole && { person: own }),
      ...(tag !== undefined && tag !== lang && { lang: tag }),
    })),
  };
  return { data, diagnostics, assumptions };
}

function fileName(file = ''): string {
  return file.replace(/^.*\//u, '').replace(/\.\w+$/u, '');
}

function withoutRepeats(quotes: Ruled[], notice: ReturnType<typeof reporter>['notice']): Ruled[] {
  const seen = new Set<string>();
  return quotes.filter(({ text, line }) => {
    const key = textKey(text);
    if (seen.has(key)) notice(line, 'quote', 'left out: a repeat of one above');
    return !seen.has(key) && seen.add(key);
  });
}

/** Gives each part its number: its own, that of a part there with its title, or the next. */
function numberParts(
  quotes: Ruled[],
  results: ReadResult[],
  { about, entries = [], title }: CollectOptions & { title: string },
  assumptions: string[],
): { parts: ImportData['parts']; numbered: ImportedQuote[] } {
  const known = [...(about?.parts ?? [])];
  const isSaid = quotes.some(({ part }) => part !== undefined);
  if (known.length === 0) {
    const unparted = quotes.map(({ part: _part, ...quote }) => quote);
    // A quote that is not among them would have none.
    const isParted = isSaid && matchQuotes(unparted, entries).size === entries.length;
    const what = isParted
      ? 'new: the collection had none'
      : 'left out, for the collection has none';
    if (isSaid && about) assumptions.push(`parts are ${what}`);
    if (!isParted) return { parts: [], numbered: unparted };
  }
  const declared = results.flatMap(({ parts }) => parts ?? []);
  const parts: ImportData['parts'] = [];
  const add = (number: number, name: string) => {
    if (!parts.some((part) => part.number === number)) parts.push({ number, title: name });
    return number;
  };
  const byTitle = (name: string) =>
    [...parts, ...declared, ...known].find((part) => slugKey(part.title) === slugKey(name));
  const next = () =>
    Math.max(0, ...[...known, ...declared, ...parts].map(({ number }) => number)) + 1;
  for (const { number, title: name } of declared) add(number, name);
  const numbered = quotes.map(({ part, ...quote }) => {
    const name = part ?? title;
    if (typeof name === 'string')
      return { ...quote, part: add(byTitle(name)?.number ?? next(), name) };
    const there = known.find(({ number }) => number === name)?.title;
    if (there === undefined && !parts.some(({ number }) => number === name)) {
      assumptions.push(`part ${name} has no title: called “Part ${name}”`);
    }
    return { ...quote, part: add(name, there ?? `Part ${name}`) };
  });
  if (quotes.some(({ part }) => part === undefined)) {
    assumptions.push(`quotes above any heading are in the part “${title}”`);
  }
  return { parts, numbered };
}
