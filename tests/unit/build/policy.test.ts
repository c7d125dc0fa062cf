import { createHash } from 'node:crypto';
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

test('the policy holds the hashes of what stands in the page, and no others', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const meta = (sources: string) =>
    `<meta http-equiv="content-security-policy" content="script-src 'self'${sources};">`;
  const script = '<script>alert(1)</script>';
  const page = (sources: string) => `<meta charset="utf-8">${meta(sources)}${script}`;
  expect(policyFirst(page(` ${hash('alert(1)')} ${hash('alert(2)')}`))).toBe(
    page(` ${hash('alert(1)')}`),
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
