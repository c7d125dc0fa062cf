import { urls } from '../../collection/urls.ts';
import { nextPlace, type Place, readPlace, shuffled } from './shuffle.ts';
import type { CollectionData } from '../../collection/quote-data.ts';
import { fetchCollection, fillFigure, placeOf } from '../quote-figure.ts';
import { quoteSize } from '../../text/quote-size.ts';

const STORED = 'wander';

/** Where this tab was last, so that no quote comes again before all have come. */
function recall(count: number): Place | undefined {
  try {
    return readPlace(sessionStorage.getItem(STORED) ?? '', count);
  } catch {
    return undefined;
  }
}

function remember(address: string): void {
  try {
    sessionStorage.setItem(STORED, new URL(address, location.href).search);
  } catch {
    // Without storage each walk begins anew.
  }
}

function freshSeed(): string {
  return crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);
}

/** One quote at a time, in an order that the address names. */
class QuoteWander extends HTMLElement {
  #collection: CollectionData | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => this.#follow(event));
    addEventListener('popstate', () => this.#show());
    void this.#open();
  }

  async #open(): Promise<void> {
    try {
      this.#collection = await fetchCollection();
    } catch {
      this.querySelector('[role=status]')!.textContent =
        'The quotes could not be loaded. Check the connection and load the page again.';
      return;
    }
    this.append(document.importNode(this.querySelector('template')!.content, true));
    this.#show();
  }

  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.steps a');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.button !== 0) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    this.#show();
    scrollTo({ top: 0, behavior: 'instant' });
  }

  #show(): void {
    const collection = this.#collection;
    if (!collection) return;
    const { quotes } = collection;
    const last = recall(quotes.length);
    const place =
      readPlace(location.search, quotes.length) ??
      (last ? nextPlace(last, quotes.length) : { seed: freshSeed(), at: 1 });
    const address = urls.random(place);
    history.replaceState(history.state, '', address);
    remember(address);

    const quote = shuffled(quotes, place.seed)[place.at - 1]!;
    const figure = this.querySelector('figure')!;
    fillFigure(figure, quote, collection);
    figure.querySelector('blockquote')!.className = `p-content quote-text ${quoteSize(quote.text)}`;
    document.documentElement.className = `part-${placeOf(quote, collection)}`;
    this.querySelector('[data-count]')!.textContent = `${place.at} of ${quotes.length}`;
    this.#step('prev', place.at > 1 ? { ...place, at: place.at - 1 } : undefined);
    this.#step('next', nextPlace(place, quotes.length));
    void import('../saved/buttons.ts').then(({ markButtons }) => markButtons());
  }

  #step(rel: 'prev' | 'next', place: Place | undefined): void {
    const link = this.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)!;
    link.hidden = !place;
    if (place) link.href = urls.random(place);
  }
}

customElements.define('quote-wander', QuoteWander);
