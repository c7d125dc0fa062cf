import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashSource, pageDirectives, withCsp } from '../../../src/build/csp.ts';

const page = (head: string) => `<head><meta charset="utf-8">${head}</head>`;

test('the policy stands behind the charset, before every script and style', () => {
  const html = page('<script>1</script><style>a{}</style>');
  expect(withCsp(html, [], [])).toMatch(
    /^<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><script>1/u,
  );
});

test('the policy lets in the styles of the page and those of the site’s own scripts that are there', () => {
  const scripted = withCsp(page('<script>1</script>'), ['1', '2'], ['a{}']);
  expect(scripted).toContain(`;script-src 'self' ${hashSource('1')};`);
  expect(scripted).toContain(`;style-src 'self' ${hashSource('a{}')}">`);
  expect(withCsp(page(''), ['1'], [])).toContain(";script-src 'self';style-src 'self'\">");
});

test('a script that got into a page in another way has no place in the policy', () => {
  expect(withCsp(page('<script>alert(1)</script>'), ['1'], [])).toContain(";script-src 'self';");
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
