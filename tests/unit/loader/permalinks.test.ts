import { describe, expect, test } from 'vitest';
import type { QuoteEntry } from '../../../src/collection/model.ts';
import {
  checkLedger,
  formatLedger,
  addToLedger,
  readLedger,
} from '../../../src/loader/permalinks.ts';
import { formatProblem } from '../../../src/loader/diagnostic.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

function entry(id: string, ...aliases: string[]): QuoteEntry {
  return {
    id,
    aliases,
    part: 1,
    theme: 'On x',
    source: 'S',
    paragraphs: [],
    text: id,
    status: 'attributed',
  };
}

function readLedgerText(text: string) {
  const folder = temporaryFolder();
  writeFiles(folder, [['permalinks.json', text]]);
  const { ledger, problems } = readLedger(folder);
  return { ledger, problems: problems.map(formatProblem) };
}

describe('the ledger of a folder', () => {
  test('is read with what is live and what is gone', () => {
    const text = '{ "a": "live", "b": { "gone": "2024-05-01", "reason": "Not his words." } }';
    expect(readLedgerText(text)).toEqual({
      ledger: { a: 'live', b: { gone: '2024-05-01', reason: 'Not his words.' } },
      problems: [],
    });
  });

  test('may have a BOM and CRLF', () => {
    expect(readLedgerText('\uFEFF{\r\n"a": "live"\r\n}\r\n').ledger).toEqual({ a: 'live' });
  });

  test('may be missing: nothing has been published yet', () => {
    expect(readLedger(temporaryFolder())).toMatchObject({ problems: [] });
  });

  test('that is broken is an error, for it contains a promise', () => {
    expect(readLedgerText('{ "a": ').problems).toEqual([
      'permalinks.json: is not valid JSON. Correct it, or take it back from version control: it contains every published address.',
    ]);
    expect(readLedgerText('[]').problems).toEqual(['permalinks.json: must be an object of ids.']);
  });

  test('names every id with a wrong state', () => {
    const text = '{ "a": "alive", "b": { "gone": "soon" }, "c": { "gone": "2024", "why": "x" } }';
    expect(readLedgerText(text).problems).toEqual([
      'permalinks.json:1: a: must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}.',
      'permalinks.json:1: b: must be YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-10; a year has four digits, such as 0180.',
      'permalinks.json:1: c: must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}.',
    ]);
  });
});

describe('a collection', () => {
  test('keeps the promise when every id is there, renamed or withdrawn', () => {
    const ledger = { a: 'live', old: 'live', b: { gone: '2024' } } as const;
    expect(checkLedger(ledger, [entry('a', 'old')])).toEqual([]);
  });

  test('breaks it when a published id is gone', () => {
    expect(checkLedger({ a: 'live', old: 'live' }, [entry('a')]).map(formatProblem)).toEqual([
      'permalinks.json: old: was published and now has no file. Add "aliases: [old]" to the quote that took its place, or withdraw it here with {"gone": "YYYY-MM-DD", "reason": "…"}.',
    ]);
  });

  test('names the quote that a lost id most likely became, if only one is new', () => {
    const [lost] = checkLedger({ a: 'live', old: 'live' }, [entry('a'), entry('new')]);
    expect(lost?.hint).toMatch(/^Add "aliases: \[old\]" to new\.md, if it took its place, or /u);
    const [unsure] = checkLedger({ old: 'live' }, [entry('new'), entry('newer')]);
    expect(unsure?.hint).toMatch(/^Add "aliases: \[old\]" to the quote that took its place, or /u);
  });

  test('contradicts it when a withdrawn id is back', () => {
    const ledger = { a: { gone: '2024' }, b: { gone: '2024' }, c: 'live' } as const;
    expect(checkLedger(ledger, [entry('a'), entry('c', 'b')]).map(formatProblem)).toEqual([
      'permalinks.json: a: is withdrawn here and yet has a file or an alias. Set it to "live" here, or remove the file or alias.',
      'permalinks.json: b: is withdrawn here and yet has a file or an alias. Set it to "live" here, or remove the file or alias.',
    ]);
  });

  test('is not told to publish what cannot be an id', () => {
    expect(checkLedger({}, [entry('Free')])).toEqual([]);
    expect(addToLedger({}, [entry('Free'), entry('a')])).toEqual({ a: 'live' });
  });

  test('is ahead of it when an id is new, which is a warning', () => {
    expect(checkLedger({}, [entry('constructor')]).map(formatProblem)).toEqual([
      'permalinks.json: warning: constructor: is not in the ledger of published ids. Run npm run permalinks.',
    ]);
  });
});

describe('the ledger that grows', () => {
  test('gains ids and aliases, sorted, and loses nothing', () => {
    const grown = addToLedger({ b: 'live', gone: { gone: '2024' } }, [entry('c'), entry('a', 'z')]);
    expect(Object.entries(grown)).toEqual([
      ['a', 'live'],
      ['b', 'live'],
      ['c', 'live'],
      ['gone', { gone: '2024' }],
      ['z', 'live'],
    ]);
  });

  test('does not bring back what is withdrawn', () => {
    expect(addToLedger({ a: { gone: '2024' } }, [entry('a')])).toEqual({ a: { gone: '2024' } });
  });

  test('is written one id a line', () => {
    expect(formatLedger({ a: 'live', b: 'live' })).toBe('{\n  "a": "live",\n  "b": "live"\n}\n');
  });
});
