import { expect, test } from 'vitest';
import { inlineCss } from '../../../src/build/inline-css.ts';

const link = (address: string) => `<link rel="stylesheet" href="${address}">`;
const textOf = (address: string) => `/* ${address} $& */`;

test('the bundled stylesheets of a page stand in it as one, where their links were', () => {
  const html = `<head><title>T</title>${link('/b/_astro/a.css')}${link('/b/_astro/c.css')}</head>`;
  const css = '/* /b/_astro/a.css $& *//* /b/_astro/c.css $& */';
  expect(inlineCss(html, textOf)).toEqual({
    html: `<head><title>T</title><style>${css}</style></head>`,
    css,
  });
});

test('other stylesheets stay links, and a page may have none', () => {
  const html = `<head>${link('/b/print.css')}</head>`;
  expect(inlineCss(html, textOf)).toEqual({ html, css: undefined });
});
