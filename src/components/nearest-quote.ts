import { setInType } from '../collection/typography.ts';
import { urls } from '../collection/urls.ts';
import type { SearchData } from '../search/documents.ts';
import { nearestId } from '../search/nearest.ts';

/** Offers the quote whose permalink is nearest to the address that led nowhere. */
async function offer(place: HTMLElement): Promise<void> {
  const [last] = location.pathname.split('/').filter(Boolean).slice(-1);
  if (!last) return;
  const response = await fetch(place.dataset['nearest']!);
  const { quotes } = (await response.json()) as SearchData;
  const name = decodeURIComponent(last).replace(/\.[a-z]+$/u, '');
  const id = nearestId(
    name,
    quotes.map((quote) => quote.id),
  );
  const quote = quotes.find((candidate) => candidate.id === id);
  if (!quote) return;
  const link = place.querySelector('a')!;
  link.href = urls.quote(quote);
  link.textContent = setInType(quote.theme, document.documentElement.lang);
  place.hidden = false;
}

const place = document.querySelector<HTMLElement>('[data-nearest]');
// Without an answer the page still has its search field and the contents.
if (place) offer(place).catch(() => undefined);
