import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Advisory {
  package: string;
  advisory: string;
  fixed: string[];
}

const advisories = parse(readFileSync('tests/fixtures/advisories.yaml', 'utf8')) as Advisory[];
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string }>;
};

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

const majorOf = (version: string): string => version.split('.')[0]!;

/** Whether a version has the fix of its major version, or is above all fixed versions. */
function isFixed(version: string, fixed: string[]): boolean {
  const sameMajor = fixed.filter((fix) => majorOf(fix) === majorOf(version));
  const minimum = (sameMajor.length > 0 ? sameMajor : fixed).toSorted(compare).at(-1)!;
  return compare(version, minimum) >= 0;
}

test.each([
  ['2.0.1', false],
  ['2.0.2', true],
  ['2.0.10', true],
  ['3.0.0', false],
  ['4.0.1', true],
  ['5.0.0', true],
])('for fixes in 2.0.2 and 4.0.1, %s is fixed: %s', (version, expected) => {
  expect(isFixed(version, ['2.0.2', '4.0.1'])).toBe(expected);
});

test('every dependency has the fix of its latest known advisory', () => {
  const below = advisories.flatMap(({ package: name, advisory, fixed }) =>
    Object.entries(lock.packages)
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .filter(([, { version }]) => !isFixed(version!, fixed))
      .map(([path, { version }]) => `${path} ${version}: ${advisory}`),
  );
  expect(below).toEqual([]);
});

test('every listed advisory is for a package that is used', () => {
  const unused = advisories.filter(
    ({ package: name }) =>
      !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  expect(unused).toEqual([]);
});
