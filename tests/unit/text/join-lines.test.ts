import { expect, test } from 'vitest';
import { joinLines } from '../../../src/text/join-lines.ts';

test.each([
  [['Nobody digs', 'the same well'], 'Nobody digs the same well'],
  [['吾輩は', '猫である'], '吾輩は猫である'],
  [['漢字', 'and words'], '漢字 and words'],
  [['words and', '漢字'], 'words and 漢字'],
  [['ประเทศไทยรวม', 'เลือดเนื้อ'], 'ประเทศไทยรวมเลือดเนื้อ'],
  [['one'], 'one'],
])('%j becomes %j', (lines, joined) => {
  expect(joinLines(lines)).toBe(joined);
});
