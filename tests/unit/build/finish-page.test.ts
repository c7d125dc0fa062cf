import { expect, test } from 'vitest';
import { hashSource } from '../../../src/build/csp.ts';
import { createFinisher } from '../../../src/build/finish-page.ts';

const finish = createFinisher({
  scripts: ['early()', 'later()'],
  cssOf: (href) => `[${href.at(-5)}]{content:"${href} $&"}.${href.at(-5)}{top:0}`,
});
const bytes = (html: string) => Buffer.from(html).toString('latin1');
const finished = (head: string, body = '') =>
  Buffer.from(
    finish(bytes(`<head><meta charset="utf-8">${head}</head>${body}`)),
    'latin1',
  ).toString();
const link = (href: string) => `<link rel="stylesheet" href="${href}">`;

test('the policy follows the charset, before every script and style', () => {
  expect(finished('<script>1</script><style>a{}</style>')).toMatch(
    /^<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><script>1/u,
  );
});

test('the bundled stylesheets of a page are inlined as one, in place of their links', () => {
  const css = '[a]{content:"/b/_astro/a.css $&"}.a{top:0}[c]{content:"/b/_astro/c.css $&"}';
  const page = finished(
    `<title>é</title>${link('/b/_astro/a.css')}${link('/b/_astro/c.css')}`,
    '<p class="a">…',
  );
  expect(page).toContain(`"><title>é</title><style>${css}</style></head><p class="a">…`);
  expect(page).toContain(`;style-src 'self' ${hashSource(css)}">`);
});

test('other stylesheets remain links', () => {
  expect(finished(link('/b/print.css'))).toContain(`;style-src 'self'">${link('/b/print.css')}`);
});

test('the policy allows only the known scripts that the page contains', () => {
  const page = finished('<script>early()</script><script>alert(1)</script>');
  expect(page).toContain(`;script-src 'self' ${hashSource('early()')};`);
  expect(finished('')).toContain(";script-src 'self';");
});

test('pages with the same stylesheets and different scripts have different policies', () => {
  const [one, two] = ['early()', 'later()'].map((code) =>
    finished(`<script>${code}</script>${link('/_astro/a.css')}`),
  );
  expect(one).toContain(`;script-src 'self' ${hashSource('early()')};`);
  expect(two).toContain(`;script-src 'self' ${hashSource('later()')};`);
});

test('a page without a charset, after which its policy belongs, is an error', () => {
  expect(() => finish('<head><title>T</title></head>')).toThrow('has no <meta charset');
});
