import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageDirectives } from '../../../src/build/csp.ts';

test('the policy allows exactly the Trusted Types policies that scripts create', () => {
  const created = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join('src', name), 'utf8').matchAll(/createPolicy\('([^']+)'/gu),
    ])
    .map(([, name]) => name!);
  const trustedTypes = pageDirectives.find((directive) => directive.startsWith('trusted-types '))!;
  expect(trustedTypes.split(' ').slice(1).toSorted()).toEqual([...new Set(created)].toSorted());
});
