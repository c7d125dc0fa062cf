import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageDirectives, policyFirst } from '../../../src/build/policy.ts';

test('the policy stands behind the charset, before every script and style', () => {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none';">`;
  const html = `<head><meta charset="utf-8"><script>1</script><style>a{}</style>${policy}</head>`;
  expect(policyFirst(html)).toBe(
    `<head><meta charset="utf-8">${policy}<script>1</script><style>a{}</style></head>`,
  );
});

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
