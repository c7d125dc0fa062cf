import { urls } from '../collection/urls.ts';
import type { SlugList } from '../collection/slug-list.ts';
import { pickUnseen } from './pick-unseen.ts';
import { fetchJson } from './fetch-json.ts';
import { quoteIdIn, seenQuotes, storeSeen } from './storage.ts';

/** Redirects to a random permalink that this tab has not shown yet. */
async function openRandomQuote(): Promise<void> {
  const { slugs } = await fetchJson<SlugList>(urls.slugs('quotes'));
  const referrer = URL.canParse(document.referrer) ? new URL(document.referrer).pathname : '';
  const seen = seenQuotes();
  const id = pickUnseen(slugs, seen, quoteIdIn(referrer));
  if (!id) return;
  if (seen.includes(id)) storeSeen([]);
  location.replace(urls.quote({ id }));
}

openRandomQuote().catch(() => {
  document.querySelector<HTMLElement>('[data-failed]')!.hidden = false;
});
