import { describe, expect, test } from 'vitest';
import type { Ledger, QuoteEntry } from '../../../src/collection/model.ts';
import { checkLedger, readLedger, updateLedger } from '../../../src/loader/ledgers.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';
import { reported } from './reported.ts';

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

/** Reads a folder with this `permalinks.json`, if given. */
function readLedgerText(text?: string) {
  const folder = temporaryFolder();
  if (text !== undefined) writeFiles(folder, [['permalinks.json', text]]);
  let loaded: Partial<ReturnType<typeof readLedger>> = {};
  const problems = reported((report) => (loaded = readLedger(folder, report)));
  return { ledger: loaded.data, validMembers: loaded.validMembers, problems };
}

function problemsOf(ledger: Ledger, ...entries: QuoteEntry[]): string[] {
  return reported((report) => checkLedger(ledger, entries, () => undefined, report));
}

/** Adds quotes to a ledger. */
function extended(ledger: Ledger, ...entries: QuoteEntry[]) {
  const { after } = updateLedger({ ledger, entries }).change;
  return Object.entries(JSON.parse(after) as Ledger);
}

describe('the ledger of a folder', () => {
  const hint = 'Correct it, or restore it from version control.';

  test('is read with live and withdrawn ids', () => {
    const text = '{ "a": "live", "b": { "gone": "2024-05-01", "reason": "Not his words." } }';
    expect(readLedgerText(text)).toMatchObject({
      ledger: { a: 'live', b: { gone: '2024-05-01', reason: 'Not his words.' } },
      problems: [],
    });
  });

  test('may have a BOM and CRLF', () => {
    expect(readLedgerText('\uFEFF{\r\n"a": "live"\r\n}\r\n').ledger).toEqual({ a: 'live' });
  });

  test('may be missing: nothing has been published yet', () => {
    expect(readLedgerText().problems).toEqual([]);
  });

  test('is an error if it is invalid, because published addresses would be lost', () => {
    expect(readLedgerText('{ "a": ').problems).toEqual([
      'permalinks.json: is not valid JSON. Correct it, or restore it from version control. It contains every published address.',
    ]);
    expect(readLedgerText('[]').problems).toEqual([
      `permalinks.json: must be an object of ids. ${hint}`,
    ]);
  });

  test('reports every id with an invalid state, and keeps the others', () => {
    const states = {
      a: 'alive',
      b: { gone: 'soon' },
      c: { gone: '2024', why: 'x' },
      d: 'live',
      E: 'live',
      f: { gone: '2024', reason: 'x\u202Ey' },
    };
    expect(readLedgerText(JSON.stringify(states, null, 2))).toEqual({
      ledger: undefined,
      validMembers: { d: 'live' },
      problems: [
        `permalinks.json:2: a: must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}. ${hint}`,
        `permalinks.json:4: b.gone: must be YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-10; a year has four digits, such as 0180. ${hint}`,
        `permalinks.json:6: c: must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}. ${hint}`,
        `permalinks.json:11: E: cannot be an id. ${hint}`,
        `permalinks.json:14: f.reason: contains the invisible or control character U+202E. ${hint}`,
      ],
    });
  });

  test('reports duplicate keys in every object', () => {
    const text =
      '{\n"a": "live",\n"a": { "gone": "2024" },\n"b": { "gone": "2024", "gone": "2025" }, "__proto__": "live" }';
    expect(readLedgerText(text)).toEqual({
      ledger: undefined,
      validMembers: {},
      problems: [
        'permalinks.json:3: a: is written twice. Remove it.',
        'permalinks.json:4: b.gone: is written twice. Remove it.',
        'permalinks.json:4: __proto__: cannot be a name. Remove it.',
      ],
    });
  });
});

describe('the check of the ledger', () => {
  test('accepts ids that exist, were renamed or are withdrawn', () => {
    const ledger = { a: 'live', old: 'live', b: { gone: '2024' } } as const;
    expect(problemsOf(ledger, entry('a', 'old'))).toEqual([]);
  });

  test('reports a published id without a file', () => {
    expect(problemsOf({ a: 'live', old: 'live' }, entry('a'))).toEqual([
      'permalinks.json:1: old: was published but now has no file. Add "aliases: [old]" to the quote that replaces it, or withdraw it here with {"gone": "YYYY-MM-DD", "reason": "…"}.',
    ]);
  });

  test('suggests the new quote for a lost id, if there is exactly one', () => {
    const [lost] = problemsOf({ a: 'live', old: 'live' }, entry('a'), entry('new'));
    expect(lost).toMatch(/Add "aliases: \[old\]" to new\.md, if it is its replacement, or /u);
    const [unsure] = problemsOf({ old: 'live' }, entry('new'), entry('newer'));
    expect(unsure).toMatch(/Add "aliases: \[old\]" to the quote that replaces it, or /u);
  });

  test('reports a withdrawn id that has a file again', () => {
    const ledger = { a: { gone: '2024' }, b: { gone: '2024' }, c: 'live' } as const;
    expect(problemsOf(ledger, entry('a'), entry('c', 'b'))).toEqual([
      'permalinks.json:1: a: is withdrawn here but still has a file or an alias. Set it to "live" here, or remove the file or alias.',
      'permalinks.json:1: b: is withdrawn here but still has a file or an alias. Set it to "live" here, or remove the file or alias.',
    ]);
  });

  test('does not ask to publish an invalid id', () => {
    expect(problemsOf({}, entry('Free'))).toEqual([]);
    expect(extended({}, entry('Free'), entry('a'))).toEqual([['a', 'live']]);
  });

  test('warns about a new id', () => {
    expect(problemsOf({}, entry('constructor'))).toEqual([
      'permalinks.json:1: warning: constructor: is not in the ledger of published ids. Run npm run permalinks.',
    ]);
  });
});

describe('the updated ledger', () => {
  test('contains new ids and aliases, is sorted, and loses nothing', () => {
    const ledger: Ledger = { b: 'live', gone: { gone: '2024' } };
    expect(extended(ledger, entry('c'), entry('a', 'z'))).toEqual([
      ['a', 'live'],
      ['b', 'live'],
      ['c', 'live'],
      ['gone', { gone: '2024' }],
      ['z', 'live'],
    ]);
  });

  test('keeps withdrawn ids', () => {
    expect(extended({ a: { gone: '2024' } }, entry('a'))).toEqual([['a', { gone: '2024' }]]);
  });

  test('has one id per line', () => {
    const { change, added } = updateLedger({ ledger: { b: 'live' }, entries: [entry('a')] });
    expect(change).toEqual({
      path: 'permalinks.json',
      before: '{\n  "b": "live"\n}\n',
      after: '{\n  "a": "live",\n  "b": "live"\n}\n',
    });
    expect(added).toEqual(['a']);
  });
});
