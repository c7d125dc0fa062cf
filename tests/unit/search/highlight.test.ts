import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine } from './at-once.ts';
import { quotes } from './seed.ts';

/** Adds brackets around the highlighted ranges of a text. */
function marked(text: string, query: string): string {
  let result = '';
  let last = 0;
  const { highlight } = createEngine(quotes(text, 'Another')).search(query);
  for (const { start, end } of highlight(text)) {
    result += `${text.slice(last, start)}[${text.slice(start, end)}]`;
    last = end;
  }
  return result + text.slice(last);
}

describe('matching words are highlighted', () => {
  test.each([
    ['in any case', 'moving data', '[Moving] [data] is expensive.'],
    ['misspelt', 'expnesive movng', '[Moving] data is [expensive].'],
    ['in another form', 'moves expense', '[Moving] data is [expensive].'],
    ['up to the typed letters', 'data expens', 'Moving [data] is [expens]ive.'],
  ])('%s', (_, query, expected) => {
    expect(marked('Moving data is expensive.', query)).toBe(expected);
  });

  test.each([
    ['joined in the query', 'lockin', 'cost rather than [lock]-[in]'],
    ['apart in the query', 'work load', 'Your [workload] moves.'],
    ['joined and unfinished', 'datagrav', 'On [data] [grav]ity'],
    ['with typographic marks', "o'clock tea", 'At [o’clock] [tea] is had…'],
    ['without their apostrophe', 'oclock tea', 'At [o’clock] [tea] is had…'],
    ['with accents left out', 'elegance', 'L’[e\u0301le\u0301gance] même'],
    ['up to the end of a letter with its marks', 'eleg', 'L’[e\u0301le\u0301g]ance même'],
    ['in a script without spaces', '学習', '機械[学習]は楽しい'],
  ])('%s', (_, query, expected) => {
    expect(marked(expected.replace(/[[\]]/g, ''), query)).toBe(expected);
  });

  test('misspelt only if the text has no better match', () => {
    expect(marked('from the form', 'form')).toBe('from the [form]');
    expect(marked('from the start', 'form')).toBe('[from] the start');
  });

  test('including stop words only if the query has no others', () => {
    expect(marked('the cloud and the grid', 'what is the cloud')).toBe('the [cloud] and the grid');
    expect(marked('to be or not', 'to be')).toBe('[to] [be] or not');
  });

  test('but nothing if nothing matches', () => {
    expect(marked('Moving data', '')).toBe('Moving data');
    expect(marked('', 'data')).toBe('');
    expect(marked('Moving data', 'banana')).toBe('Moving data');
  });
});

test('ranges are within the text, in order and do not overlap, for any text and query', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('data', 'lock', 'in', 'the', 'e\u0301', 'cloud', '-', '日本', '’'))
      .map((pieces) => pieces.join(' ')),
  );
  fc.assert(
    fc.property(text, text, (text, query) => {
      let last = 0;
      const { highlight } = createEngine(quotes(text)).search(query);
      for (const { start, end } of highlight(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
