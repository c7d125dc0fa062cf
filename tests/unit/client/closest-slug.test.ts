import { describe, expect, test } from 'vitest';
import { cleanSlug, closestSlug } from '../../../src/client/closest-slug.ts';

const slugs = ['data-gravity', 'data-lock-in', 'the-infinite-laptop', 'debugging'];

describe('a segment of a pasted address', () => {
  test.each([
    ['data-gravity).', 'data-gravity'],
    ['Data-Gravity', 'data-gravity'],
    ['data-gravity.html', 'data-gravity'],
    ['data-gravity.html),', 'data-gravity'],
    ['data-gravity”', 'data-gravity'],
    [' data_gravity…', 'data-gravity'],
    ['ｄａｔａ-gravity', 'data-gravity'],
    ['…', ''],
  ])('%s becomes the slug %s', (pasted, slug) => {
    expect(cleanSlug(pasted)).toBe(slug);
  });
});

describe('the closest slug', () => {
  test.each([
    ['data-gravty', 'data-gravity'],
    ['gravity', 'data-gravity'],
    ['infinite-laptop', 'the-infinite-laptop'],
    ['laptop-infinite', 'the-infinite-laptop'],
    ['debuging', 'debugging'],
    ['the-inf', 'the-infinite-laptop'],
    ['data-l', 'data-lock-in'],
  ])('of %s is %s', (mistyped, slug) => {
    expect(closestSlug(mistyped, slugs)).toBe(slug);
  });

  test('is the same slug, even if a longer one starts with it', () => {
    expect(closestSlug('hope', ['hope-and-fear', 'hope'])).toBe('hope');
  });

  test('does not exist for a name that resembles none', () => {
    expect(closestSlug('wp-login', slugs)).toBeUndefined();
    expect(closestSlug('', slugs)).toBeUndefined();
    expect(closestSlug('x', [])).toBeUndefined();
  });
});
