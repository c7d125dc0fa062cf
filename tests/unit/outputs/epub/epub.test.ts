import { describe, expect, test } from 'vitest';
import type { Collection } from '../../../../src/collection/model.ts';
import { renderEpub } from '../../../../src/outputs/epub/epub.ts';
import { unzip } from '../../../unzip.ts';
import { collectionOf, site } from '../collection.ts';

const book = (collection: Collection) => renderEpub(collection, site, Buffer.from('a picture'));

const hostile = collectionOf(
  { id: '3-rules', text: 'It\'s "a < b" & -- so on...\nA new line.\n\nAnother.', date: '2013-10' },
  { title: 'Ion & <friends>' },
);

describe('the EPUB', () => {
  test('begins with its uncompressed media type', async () => {
    const archive = await book(hostile);
    expect(archive.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  });

  test('is the same for the same content', async () => {
    expect((await book(hostile)).equals(await book(hostile))).toBe(true);
  });

  test('has each quote typeset, in quotation marks, above its source and address', async () => {
    const files = unzip(await book(hostile));
    expect(files.get('book/part-1.xhtml')).toContain(
      '<section class="quote" id="q-3-rules"><h2>On data gravity</h2>' +
        '<blockquote><p>“It’s ‘a &lt; b’ &amp; — so on…<br/>A new line.</p>\n<p>Another.”</p>' +
        '</blockquote><p class="source">Spark Papers, 2013-10</p>' +
        '<p class="address"><a href="https://example.org/quotes/3-rules/">' +
        'example.org/quotes/3-rules</a></p></section>',
    );
    expect(files.get('book/title.xhtml')).toContain(
      '<h1>Ion &amp; &lt;friends&gt;</h1><p class="person">Ion Stoica</p>',
    );
  });

  test('lists every file in its package, and has the latest date of its content', async () => {
    const files = unzip(await book(hostile));
    const opf = files.get('book/package.opf')!;
    const listed = [...opf.matchAll(/ href="([^"]+)"/gu)].map(([, file]) => `book/${file!}`);
    const present = [...files.keys()].filter((name) => name.startsWith('book/'));
    expect(listed.toSorted()).toEqual(present.filter((name) => !name.endsWith('.opf')).toSorted());
    expect(opf).toContain('<meta property="dcterms:modified">2013-10-01T00:00:00Z</meta>');
  });

  test('declares its cover for new and for old e-readers', async () => {
    const files = unzip(await book(hostile));
    const opf = files.get('book/package.opf')!;
    expect(files.get('book/cover.png')).toBe('a picture');
    expect(opf).toMatch(
      /<item id="f-cover-png" href="cover.png"[^>]* properties="cover-image"\/>/u,
    );
    expect(opf).toContain('<meta name="cover" content="f-cover-png"/>');
  });

  test('links contents and indexes to the quotes', async () => {
    const files = unzip(await book(hostile));
    for (const page of ['contents', 'themes', 'sources']) {
      expect(files.get(`book/${page}.xhtml`)).toContain('href="part-1.xhtml#q-3-rules"');
    }
  });

  test('is right to left if its language is', async () => {
    const files = unzip(await book(collectionOf({}, { lang: 'ar' })));
    expect(files.get('book/package.opf')).toContain('page-progression-direction="rtl"');
    expect(files.get('book/part-1.xhtml')).toContain('dir="rtl"');
  });
});
