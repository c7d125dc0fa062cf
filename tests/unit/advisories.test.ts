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

/** Whether a version has the fix of its own major version, or comes after all that have one. */
function isFixed(version: string, fixed: string[]): boolean {
  const own = fixed.filter((fix) => majorOf(fix) === majorOf(version));
  const floor = (own.length > 0 ? own : fixed).toSorted(compare).at(-1)!;
  return compare(version, floor) >= 0;
}

test.each([
  ['2.0.1', false],
  ['2.0.2', true],
  ['2.0.10', true],
  ['3.0.0', false],
  ['4.0.1', true],
  ['5.0.0', true],
])('of versions that 2.0.2 and 4.0.1 fixed, %s is fixed: %s', (version, expected) => {
  expect(isFixed(version, ['2.0.2', '4.0.1'])).toBe(expected);
});

test('every dependency is at or above the fix of its last known advisory', () => {
  const below = advisories.flatMap(({ package: name, advisory, fixed }) =>
    Object.entries(lock.packages)
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .filter(([, { version }]) => !isFixed(version!, fixed))
      .map(([path, { version }]) => `${path} ${version}: ${advisory}`),
  );
  expect(below).toEqual([]);
});

test('no advisory is kept for a package that is not used', () => {
  const idle = advisories.filter(
    ({ package: name }) =>
      !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  expect(idle).toEqual([]);
});
