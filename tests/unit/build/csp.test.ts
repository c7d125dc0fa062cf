import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageDirectives } from '../../../src/build/csp.ts';

test('the policy names exactly the Trusted Types that scripts make', () => {
  const made = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join('src', name), 'utf8').matchAll(/createPolicy\('([^']+)'/gu),
    ])
    .map(([, name]) => name!);
  const directive = pageDirectives.find((each) => each.startsWith('trusted-types '))!;
  expect(directive.split(' ').slice(1).toSorted()).toEqual([...new Set(made)].toSorted());
});
