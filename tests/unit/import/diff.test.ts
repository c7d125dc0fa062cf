import { expect, test } from 'vitest';
import { formatDiff } from '../../../src/import/diff.ts';

const numbers = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`);

test('a diff has a hunk for each change, with the lines around it', () => {
  const after = numbers.map((line) => (line === '3\n' ? 'three\n' : line)).toSpliced(17, 1);
  expect(formatDiff('a.md', numbers.join(''), after.join(''))).toBe(`--- a/a.md
+++ b/a.md
@@ -1,6 +1,6 @@
 1
 2
-3
+three
 4
 5
 6
@@ -15,6 +15,5 @@
 15
 16
 17
-18
 19
 20
`);
});

test('a diff of a new file comes from nothing', () => {
  expect(formatDiff('a.md', undefined, 'x\ny')).toBe(
    '--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+x\n+y\n',
  );
});
