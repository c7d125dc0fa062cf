import { describe, expect, test } from 'vitest';
import { frameHeight, frameHtml, frameSize, oembed } from '../../../src/outputs/embed.ts';
import { collectionOf, site } from './collection.ts';

function height(text: string, width: number): number {
  const collection = collectionOf({ text });
  return frameHeight(collection.quotes[0], collection, width);
}

describe('the height of a frame', () => {
  test('is the same for a few words at any width', () => {
    const heights = [640, 800, 1200].map((width) => height('Yes.', width));
    expect(heights).toEqual([133, 133, 133]);
  });

  test('grows with the text, by lines', () => {
    const heights = [20, 200, 2000].map((words) => height('data '.repeat(words), 640));
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(heights[2]! / heights[1]!).toBeGreaterThan(6);
  });

  test('counts hard breaks, and breaks words that are longer than a line', () => {
    expect(height('a\nb\nc', 640)).toBeGreaterThan(height('a b c', 640));
    expect(height('x'.repeat(300), 640)).toBeGreaterThan(height('x', 640));
  });

  test('that is offered fits a phone too', () => {
    const collection = collectionOf({ text: 'data '.repeat(60) });
    const size = frameSize(collection.quotes[0], collection);
    expect(size.width).toBe(640);
    expect(size.height).toBeGreaterThanOrEqual(height('data '.repeat(60), 320));
  });
});

test('a frame to paste has a title and a size and no script', () => {
  const collection = collectionOf({ theme: 'On "data" & <more>' });
  const { height } = frameSize(collection.quotes[0], collection);
  expect(frameHtml(collection.quotes[0], collection, site)).toBe(
    `<iframe src="https://example.org/embed/data-gravity/" width="640" height="${height}" title="On &quot;data&quot; &amp; &lt;more&gt; · Ion Stoica" loading="lazy" style="border:0;max-width:100%"></iframe>`,
  );
});

test('oEmbed offers the frame as rich content', () => {
  const collection = collectionOf();
  expect(oembed(collection.quotes[0], collection, site)).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 640,
    title: 'On data gravity',
    author_name: 'Ion Stoica',
    provider_name: 'Lessons',
    provider_url: 'https://example.org/',
    thumbnail_url: 'https://example.org/cards/data-gravity.png',
  });
});
