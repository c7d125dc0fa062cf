import { typeset } from '../text/typography.ts';
import { base, urls } from '../collection/urls.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import type { SearchManifest } from '../search/documents.ts';
import { nearestId } from './closest-slug.ts';

/** A part of an address as text, without the end of a file's name. */
function nameOf(part: string): string {
  try {
    return decodeURIComponent(part).replace(/\.[a-z]+$/u, '');
  } catch {
    return part;
  }
}

/**
 * Offers the quote whose permalink is nearest to the address that led nowhere. Of a collection so
 * large that it comes in pieces, all of which nobody has asked for, a search for its words: they
 * are those of the theme, and search forgives what is mistyped.
 */
async function offer(place: HTMLElement): Promise<void> {
  const below = location.pathname.slice(base.length).split('/').filter(Boolean).map(nameOf);
  // The first of several is a folder, and no name for a quote.
  const names = (below.length > 1 ? below.slice(1) : below).toReversed();
  const [name] = names;
  if (!name) return;
  const response = await fetch(place.dataset['nearest']!);
  const { quotes, shards } = (await response.json()) as SearchManifest;
  const link = place.querySelector('a')!;
  if (shards) {
    const words = name
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join(' ');
    link.href = urls.search(words);
    link.textContent = words;
    place.hidden = words === '';
    return;
  }
  const ids = quotes.map((quote) => quote.id);
  const id = names.map((one) => nearestId(one, ids)).find((one) => one !== undefined);
  const quote = quotes.find((candidate) => candidate.id === id);
  if (!quote) return;
  link.href = urls.quote(quote);
  link.textContent = typeset(quoteTitle(quote), document.documentElement.lang);
  place.hidden = false;
}

const place = document.querySelector<HTMLElement>('[data-nearest]');
// Without an answer the page still has its search field and the contents.
if (place) offer(place).catch(() => undefined);
