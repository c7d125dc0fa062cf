import { parse } from 'node:path';
import { textKey } from '../collection/plain-text.ts';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { slugKey } from '../text/slug.ts';
import { singleSpaced } from '../text/whitespace.ts';
import { personIn } from './attribution.ts';
import { reporter } from './item.ts';
import type { ImportData, ImportDiagnostic, ImportedQuote, ReadResult } from './item.ts';
import { matchQuotes } from './match-quotes.ts';
import { applyItemRules, type RuledQuote } from './rules.ts';

export interface CollectOptions {
  /** The name of the file, which is the title if there is no other. */
  name: string;
  title?: string | undefined;
  person?: string | undefined;
  lang?: string | undefined;
  tags?: 'theme' | undefined;
  /** Leave out items with errors instead of failing. */
  skip?: boolean;
  /** The existing collection and its quotes. */
  config?: CollectionConfig | undefined;
  entries?: QuoteEntry[] | undefined;
}

export interface Collected {
  /** Absent if there are errors. */
  data?: ImportData;
  diagnostics: ImportDiagnostic[];
  /** What was assumed, one sentence each. */
  assumptions: string[];
}

/** Applies the rules of README.md to what the readers found. */
export function collect(
  results: (ReadResult & { file?: string })[],
  options: CollectOptions,
): Collected {
  const { config, skip = false, tags } = options;
  const assumptions = results.flatMap((result) => result.assumptions);
  const [single] = results[0]?.file === undefined ? results : [];
  const title = options.title ?? single?.title ?? config?.title ?? options.name;
  if (title === options.name && !options.title && !config)
    assumptions.push(`title: “${title}”, the name of the file; --title TEXT sets another`);
  const titlePerson = personIn(single?.title ?? '');
  const person = options.person ?? config?.person ?? single?.person;
  const isSourceOnly = person !== undefined || titlePerson?.isSure === true;
  const diagnostics: ImportDiagnostic[] = [];
  const quotes: RuledQuote[] = [];
  const seen = new Set<string>();
  let example: string | undefined;
  for (const { items, file, diagnostics: reported, ...result } of results) {
    const issues = reported.filter(({ subject }) => subject !== 'title' || !options.title);
    const report = reporter(issues);
    for (const item of items) {
      // In a folder, a document is the source of its quotes.
      const hasSource = single || item.source !== undefined || item.credit !== undefined;
      const complete = hasSource ? item : { ...item, source: result.title ?? parse(file!).name };
      const quote = applyItemRules(complete, { ...result, isSourceOnly, tags }, report);
      if (!quote) continue;
      const credit = singleSpaced((item.credit ?? '').replace(/^\P{L}+/u, ''));
      const isSplit = quote.person !== complete.person && quote.source !== complete.source;
      if (isSplit && credit !== '')
        example ??= `“${credit}” as “${quote.person}” and “${quote.source}”`;
      const key = textKey(quote.text);
      if (seen.has(key)) report.notice(quote.line, 'quote', 'left out: repeats a quote above');
      else quotes.push(quote);
      seen.add(key);
    }
    const sorted = issues.toSorted((a, b) => a.line - b.line);
    diagnostics.push(...sorted.map((diagnostic) => ({ ...diagnostic, file })));
  }
  if (example !== undefined) {
    const hint = 'with --person NAME they are sources only';
    assumptions.push(`attributions are read as person and source: ${example}; ${hint}`);
  }
  const isError = ({ severity }: ImportDiagnostic) => severity === 'error';
  if (quotes.length === 0 && !diagnostics.some(isError))
    reporter(diagnostics).error(1, 'quote', 'is missing: the file has no quotes');
  if (skip && quotes.length > 0)
    for (const error of diagnostics.filter(isError)) error.severity = 'skipped';
  if (diagnostics.some(isError)) return { diagnostics, assumptions };

  const { parts, numbered } = numberParts(quotes, results, { ...options, title }, assumptions);
  const [firstPerson, ...others] = new Set(quotes.map((quote) => quote.person));
  const isUnnamed = (person ?? firstPerson) === undefined && others.length === 0 && !config;
  const nameInTitle = isUnnamed ? titlePerson?.name : undefined;
  if (nameInTitle !== undefined) assumptions.push(`person: ${nameInTitle}, taken from the title`);
  const mainPerson = person ?? nameInTitle ?? (others.length === 0 ? firstPerson : undefined);
  const givenLang = options.lang ?? config?.lang ?? single?.lang;
  if (givenLang === undefined) assumptions.push('lang: en; --lang TAG sets another');
  const lang = givenLang ?? 'en';
  const fields = single?.isPrinted ? (['part', 'theme', 'source'] as const) : [];
  const data: ImportData = {
    title,
    lang,
    person: mainPerson,
    introduction: single?.introduction,
    requires: fields.filter((field) => numbered.every((quote) => quote[field] !== undefined)),
    parts,
    quotes: numbered.map(({ person: quotePerson, lang: quoteLang, ...quote }) => ({
      ...quote,
      person: quotePerson === mainPerson ? undefined : quotePerson,
      lang: quoteLang === lang ? undefined : quoteLang,
    })),
  };
  return { data, diagnostics, assumptions };
}

/** Numbers parts: as declared, like an existing part with that title, or with the next number. */
function numberParts(
  quotes: RuledQuote[],
  results: ReadResult[],
  { config, entries = [], title }: CollectOptions & { title: string },
  assumptions: string[],
): { parts: ImportData['parts']; numbered: ImportedQuote[] } {
  const existing = config?.parts ?? [];
  const hasParts = quotes.some(({ part }) => part !== undefined);
  if (existing.length === 0) {
    const withoutParts = quotes.map(({ part: _part, ...quote }) => quote);
    // An existing quote that is not imported would have no part.
    const canAddParts = hasParts && matchQuotes(withoutParts, entries).size === entries.length;
    const what = canAddParts
      ? 'added: the collection had none'
      : 'left out: the collection has none';
    if (hasParts && config) assumptions.push(`parts are ${what}`);
    if (!canAddParts) return { parts: [], numbered: withoutParts };
  }
  const declared = results.flatMap(({ parts }) => parts);
  const parts = new Set(declared);
  /** Parts by number and by the slug of their title. */
  const partsByKey = new Map<string | number, ImportData['parts'][number]>();
  const add = (part: ImportData['parts'][number]) =>
    partsByKey.set(part.number, part).set(slugKey(part.title), part);
  for (const part of [...existing, ...declared]) add(part);
  const numbered = quotes.map(({ part: name = title, ...quote }) => {
    const key = typeof name === 'number' ? name : slugKey(name);
    if (!partsByKey.has(key)) {
      const next = Math.max(0, ...Array.from(partsByKey.values(), ({ number }) => number)) + 1;
      const isUntitled = typeof name === 'number';
      if (isUntitled) assumptions.push(`part ${name} has no title: named “Part ${name}”`);
      add(isUntitled ? { number: name, title: `Part ${name}` } : { number: next, title: name });
    }
    const part = partsByKey.get(key)!;
    parts.add(part);
    return { ...quote, part: part.number };
  });
  if (quotes.some(({ part }) => part === undefined)) {
    assumptions.push(`quotes above the first heading are in the part “${title}”`);
  }
  return { parts: [...parts], numbered };
}
