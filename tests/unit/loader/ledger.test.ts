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

/** What is read of a folder with this `permalinks.json`, if any. */
function readLedgerText(text?: string) {
  const folder = temporaryFolder();
  if (text !== undefined) writeFiles(folder, [['permalinks.json', text]]);
  let reading: Partial<ReturnType<typeof readLedger>> = {};
  const problems = reported((report) => (reading = readLedger(folder, report)));
  return { ledger: reading.data, sound: reading.validMembers, problems };
}

function problemsOf(ledger: Ledger, ...entries: QuoteEntry[]): string[] {
  return reported((report) => checkLedger(ledger, entries, () => undefined, report));
}

/** What a ledger says when these quotes are in it. */
function grown(ledger: Ledger, ...entries: QuoteEntry[]) {
  const { after } = updateLedger({ ledger, entries }).change;
  return Object.entries(JSON.parse(after) as Ledger);
}

describe('the ledger of a folder', () => {
  const hint = 'Correct it, or restore it from version control.';

  test('is read with what is live and what is gone', () => {
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

  test('that is broken is an error, for it contains a promise', () => {
    expect(readLedgerText('{ "a": ').problems).toEqual([
      'permalinks.json: is not valid JSON. Correct it, or restore it from version control. It contains every published address.',
    ]);
    expect(readLedgerText('[]').problems).toEqual([
      `permalinks.json: must be an object of ids. ${hint}`,
    ]);
  });

  test('names every id with a wrong state, and keeps the others', () => {
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
      sound: { d: 'live' },
      problems: [
        `permalinks.json:2: a: must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}. ${hint}`,
        `permalinks.json:4: b.gone: must be YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-10; a year has four digits, such as 0180. ${hint}`,
        `permalinks.json:6: c: must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}. ${hint}`,
        `permalinks.json:11: E: cannot be an id. ${hint}`,
        `permalinks.json:14: f.reason: contains the invisible or control character U+202E. ${hint}`,
      ],
    });
  });

  test('has no key twice, of which JSON takes the last, in whatever object', () => {
    const text =
      '{\n"a": "live",\n"a": { "gone": "2024" },\n"b": { "gone": "2024", "gone": "2025" }, "__proto__": "live" }';
    expect(readLedgerText(text)).toEqual({
      ledger: undefined,
      sound: {},
      problems: [
        'permalinks.json:3: a: is written twice. Remove it.',
        'permalinks.json:4: b.gone: is written twice. Remove it.',
        'permalinks.json:4: __proto__: cannot be a name. Remove it.',
      ],
    });
  });
});

describe('a collection', () => {
  test('keeps the promise when every id is there, renamed or withdrawn', () => {
    const ledger = { a: 'live', old: 'live', b: { gone: '2024' } } as const;
    expect(problemsOf(ledger, entry('a', 'old'))).toEqual([]);
  });

  test('breaks it when a published id is gone', () => {
    expect(problemsOf({ a: 'live', old: 'live' }, entry('a'))).toEqual([
      'permalinks.json:1: old: was published but now has no file. Add "aliases: [old]" to the quote that replaces it, or withdraw it here with {"gone": "YYYY-MM-DD", "reason": "…"}.',
    ]);
  });

  test('names the quote that a lost id most likely became, if only one is new', () => {
    const [lost] = problemsOf({ a: 'live', old: 'live' }, entry('a'), entry('new'));
    expect(lost).toMatch(/Add "aliases: \[old\]" to new\.md, if it is its replacement, or /u);
    const [unsure] = problemsOf({ old: 'live' }, entry('new'), entry('newer'));
    expect(unsure).toMatch(/Add "aliases: \[old\]" to the quote that replaces it, or /u);
  });

  test('contradicts it when a withdrawn id is back', () => {
    const ledger = { a: { gone: '2024' }, b: { gone: '2024' }, c: 'live' } as const;
    expect(problemsOf(ledger, entry('a'), entry('c', 'b'))).toEqual([
      'permalinks.json:1: a: is withdrawn here but still has a file or an alias. Set it to "live" here, or remove the file or alias.',
      'permalinks.json:1: b: is withdrawn here but still has a file or an alias. Set it to "live" here, or remove the file or alias.',
    ]);
  });

  test('is not told to publish what cannot be an id', () => {
    expect(problemsOf({}, entry('Free'))).toEqual([]);
    expect(grown({}, entry('Free'), entry('a'))).toEqual([['a', 'live']]);
  });

  test('is ahead of it when an id is new, which is a warning', () => {
    expect(problemsOf({}, entry('constructor'))).toEqual([
      'permalinks.json:1: warning: constructor: is not in the ledger of published ids. Run npm run permalinks.',
    ]);
  });
});

describe('the ledger that grows', () => {
  test('gains ids and aliases, sorted, and loses nothing', () => {
    const ledger: Ledger = { b: 'live', gone: { gone: '2024' } };
    expect(grown(ledger, entry('c'), entry('a', 'z'))).toEqual([
      ['a', 'live'],
      ['b', 'live'],
      ['c', 'live'],
      ['gone', { gone: '2024' }],
      ['z', 'live'],
    ]);
  });

  test('does not bring back what is withdrawn', () => {
    expect(grown({ a: { gone: '2024' } }, entry('a'))).toEqual([['a', { gone: '2024' }]]);
  });

  test('is written one id a line', () => {
    const { change, added } = updateLedger({ ledger: { b: 'live' }, entries: [entry('a')] });
    expect(change).toEqual({
      path: 'permalinks.json',
      before: '{\n  "b": "live"\n}\n',
      after: '{\n  "a": "live",\n  "b": "live"\n}\n',
    });
    expect(added).toEqual(['a']);
  });
});
