import { describe, expect, test } from 'vitest';
import { mentions } from '../../../src/collection/mentions.ts';

/** The text with every mention of one subject in brackets. */
function bracketed(match: string[], text: string): string {
  const subject = { match };
  const ranges = mentions([subject])(text).get(subject) ?? [];
  return ranges.reduceRight(
    (rest, { start, end }) =>
      `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  );
}

describe('a mention', () => {
  test.each([
    [
      'is a whole word',
      ['net'],
      'A net, a network, the internet.',
      'A [net], a network, the internet.',
    ],
    [
      'may be several words',
      ['Sky Lab'],
      'The Sky\nLab; the skylab.',
      'The [Sky\nLab]; the skylab.',
    ],
    ['does not span paragraphs', ['open source'], 'Be open\n\nsource it', 'Be open\n\nsource it'],
    ['does not span marks', ['open source'], 'It is open. Source it', 'It is open. Source it'],
    ['of words may have a hyphen', ['open source'], 'open-source code', '[open-source] code'],
    ['with a hyphen may have a space', ['lock-in'], 'Lock in, lock‑in', '[Lock in], [lock‑in]'],
    ['may be part of a compound', ['cloud'], 'multi-cloud', 'multi-[cloud]'],
    ['may end with marks', ['C++'], 'C++, C and C+', '[C++], C and C+'],
    ['may begin with a mark', ['.NET'], 'On .NET and the Net', 'On [.NET] and the Net'],
    ['may contain a mark', ['I/O'], 'disk I/O.', 'disk [I/O].'],
    ['does not include the possessive', ['Ray'], "Ray's and Ray’s", "[Ray]'s and [Ray]’s"],
    ['is not part of a contraction', ['Don'], "Don't ask Don", "Don't ask [Don]"],
    ['may follow an article', ['économie'], "l'économie, d’économie", "l'[économie], d’[économie]"],
    ['may have any apostrophe', ["Moore's law"], 'Moore’s law', '[Moore’s law]'],
    ['is the longest match', ['Spark', 'Apache Spark'], 'Apache Spark', '[Apache Spark]'],
  ])('%s', (_, match, text, expected) => {
    expect(bracketed(match, text)).toBe(expected);
  });

  test.each([
    [
      'in lower case is found in any case',
      ['internet'],
      'Internet, INTERNET',
      '[Internet], [INTERNET]',
    ],
    ['with a capital is case-sensitive', ['Ray'], 'Ray, a ray, an array', '[Ray], a ray, an array'],
    ['in capitals is not a word in lower case', ['AI', 'IP'], 'aid by AI, ip', 'aid by [AI], ip'],
  ])('%s', (_, match, text, expected) => {
    expect(bracketed(match, text)).toBe(expected);
  });

  test.each([
    ['Chinese', ['分布式系统'], '调试分布式系统很难', '调试[分布式系统]很难'],
    ['Japanese', ['データ'], '大きなデータの移動', '大きな[データ]の移動'],
    ['Thai', ['ข้อมูล'], 'การย้ายข้อมูลมีราคาแพง', 'การย้าย[ข้อมูล]มีราคาแพง'],
    ['Chinese beside Latin', ['Spark'], '用Spark处理数据', '用[Spark]处理数据'],
    ['Cyrillic', ['сеть'], 'Сеть и сетью', '[Сеть] и сетью'],
    ['Greek', ['δίκτυο'], 'Το Δίκτυο', 'Το [Δίκτυο]'],
    ['Arabic', ['بيانات'], 'نقل بيانات كثيرة', 'نقل [بيانات] كثيرة'],
    ['Hindi', ['डेटा'], 'डेटा महँगा है', '[डेटा] महँगा है'],
    ['Turkish', ['Ankara'], "Ankara'da", "[Ankara]'da"],
  ])('is found in %s', (_, match, text, expected) => {
    expect(bracketed(match, text)).toBe(expected);
  });

  test('is found with any encoding of accents, and with soft hyphens', () => {
    expect(bracketed(['café'], 'Un cafe\u0301')).toBe('Un [cafe\u0301]');
    expect(bracketed(['MapReduce'], 'Map\u00ADReduce')).toBe('[Map\u00ADReduce]');
  });

  test('of several subjects is found for each', () => {
    const spark = { match: ['Spark'] };
    const data = { match: ['data'] };
    const found = mentions([spark, data, { match: ['Mesos'] }])('Spark moves data');
    expect([...found.keys()]).toEqual([spark, data]);
  });

  test('is never found for a match without a word', () => {
    expect(bracketed(['-'], 'a - b')).toBe('a - b');
  });
});
