import { urls } from '../../collection/urls.ts';
import { message } from '../messages.ts';
import type { Choices, Search, View } from './search-view.ts';

/** Milliseconds after the last key press until the count is announced to screen readers. */
const ANNOUNCE_DELAY = 700;

// To answer a key press within a frame, only the results that fit the window are rendered. Most have
// two lines, about 150 px. The others follow after a pause, in batches that can be interrupted.
const RESULT_HEIGHT = 150;
const BATCH_SIZE = 10;

/** Milliseconds; longer than most typists pause between letters. */
const TYPING_PAUSE = 300;

// All search fields of a page share one search.
let opening: Promise<Search> | undefined;
const updates = new EventTarget();

const wait = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A search field with its results, on a page or in the dialog. */
export class QuoteSearch extends HTMLElement {
  #latest = 0;
  #visibleCount = BATCH_SIZE;

  connectedCallback(): void {
    this.addEventListener('input', () => void this.search());
    const prepare = () => {
      this.#measure();
      this.#open().catch(() => undefined);
    };
    this.addEventListener('focusin', prepare);
    this.addEventListener('keydown', (event) => this.#moveFocus(event));
    this.querySelector('.search-suggestion button')!.addEventListener('click', (event) => {
      this.#input.value = (event.currentTarget as Element).textContent;
      this.#input.focus();
      void this.search();
    });
    updates.addEventListener('update', () => {
      // The results must not change while the reader moves through them.
      const isReading = this.#results.contains(document.activeElement);
      if (this.#input.value.trim() !== '' && !isReading) void this.search();
    });
    // The field may have been focused before this script was loaded.
    if (this.contains(document.activeElement)) prepare();
    // WebKit resets a field without autocomplete when it restores a page from its cache.
    addEventListener('pagehide', () => (this.#input.defaultValue = this.#input.value));
    if (this.dataset['syncUrl'] === undefined) return;
    // The page already shows the results.
    this.addEventListener('submit', (event) => event.preventDefault());
    // A reader who leaves the field may be about to leave the page.
    this.addEventListener('focusout', () => this.#updateAddress());
    void this.#restore();
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  get #results(): HTMLElement {
    return this.querySelector('[data-results]')!;
  }

  get #filters(): NodeListOf<HTMLSelectElement> {
    return this.querySelectorAll('select');
  }

  get #choices(): Choices {
    const entries = Array.from(this.#filters, ({ name, value }) => [name, value]);
    return Object.fromEntries(entries) as Choices;
  }

  /** Measures how many results fit the window. Not called on a key press, as it forces a layout. */
  #measure(): void {
    const { bottom } = this.#input.getBoundingClientRect();
    // While the list is empty it is not displayed, so its top is 0.
    const { top } = this.#results.getBoundingClientRect();
    const count = Math.ceil((innerHeight - Math.max(bottom, top)) / RESULT_HEIGHT);
    this.#visibleCount = Math.max(1, Math.min(BATCH_SIZE, count));
  }

  set #state(state: 'idle' | 'loading' | 'ready' | 'empty' | 'error') {
    this.dataset['state'] = state;
  }

  #open(): Promise<Search> {
    const onMore = () => void updates.dispatchEvent(new Event('update'));
    opening ??= import('./search-view.ts').then(({ openSearch }) =>
      openSearch(this.querySelector('template')!, onMore),
    );
    // The next key press tries a failed download again.
    opening.catch(() => (opening = undefined));
    return opening;
  }

  /** Shows the results for the field and the filters. An outdated answer is dropped. */
  async search(): Promise<void> {
    const query = this.#input.value;
    const choices = this.#choices;
    const request = ++this.#latest;
    if (query.trim() === '') {
      this.#state = 'idle';
      this.#show({});
      return;
    }
    try {
      if (this.dataset['state'] === 'idle') this.#state = 'loading';
      const search = await this.#open();
      if (request !== this.#latest) return;
      const view = search(query, choices);
      this.#state = view.items.length > 0 ? 'ready' : 'empty';
      this.#show(view);
    } catch {
      this.#state = 'error';
      this.#show({ count: message('search.notLoaded') });
    }
  }

  /** Restores query and filters from the address, and the scroll position from the history. */
  async #restore(): Promise<void> {
    const parameters = new URLSearchParams(location.search);
    this.#input.value = parameters.get('q') ?? '';
    for (const filter of this.#filters) {
      const value = parameters.get(filter.name);
      if (value) filter.add(new Option(value, value, true, true));
    }
    const { scroll } = (history.state ?? {}) as { scroll?: number };
    addEventListener('pagehide', () => {
      this.#updateAddress();
      history.replaceState({ scroll: scrollY }, '');
    });
    if (this.#input.value) this.#visibleCount = Infinity;
    else this.#input.focus();
    await this.search();
    if (scroll !== undefined) scrollTo({ top: scroll, behavior: 'instant' });
  }

  /** Not called on each key press: it is slow, and browsers refuse it when it is called too often. */
  #updateAddress(): void {
    if (this.dataset['syncUrl'] === undefined) return;
    const address = urls.search(this.#input.value, this.#choices);
    if (location.pathname + location.search !== address) history.replaceState(null, '', address);
  }

  #show(view: Partial<View>): void {
    const { count = '', items = [], suggestion = '' } = view;
    const visible = items.slice(0, this.#visibleCount);
    this.#results.replaceChildren(...visible.map((make) => make()));
    this.querySelector('.search-count')!.textContent = count;
    const offer = this.querySelector<HTMLElement>('.search-suggestion')!;
    offer.hidden = suggestion === '';
    const word = offer.querySelector('button')!;
    word.textContent = suggestion;
    word.lang = document.documentElement.lang;
    void this.#settle(view, visible.length);
  }

  /** Completes a view after a pause in typing. */
  async #settle(
    { count = '', items = [], fillFilters }: Partial<View>,
    shown: number,
  ): Promise<void> {
    const request = this.#latest;
    const isOutdated = async (milliseconds?: number) => {
      await wait(milliseconds);
      return request !== this.#latest;
    };
    if (await isOutdated(TYPING_PAUSE)) return;
    this.#measure();
    this.#updateAddress();
    for (let at = shown; at < items.length; at += BATCH_SIZE) {
      this.#results.append(...items.slice(at, at + BATCH_SIZE).map((make) => make()));
      if (await isOutdated()) return;
    }
    fillFilters?.(this.#filters);
    if (await isOutdated(ANNOUNCE_DELAY - TYPING_PAUSE)) return;
    this.querySelector('[role=status]')!.textContent = count;
  }

  #moveFocus(event: KeyboardEvent): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('[data-results] a.u-url')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const inField = event.target === this.#input;
    if (event.key === 'ArrowDown' && (inField || at >= 0) && links.length > 0) {
      links[Math.min(at + 1, links.length - 1)]!.focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (links[at - 1] ?? this.#input).focus();
    } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      // A typed character belongs to the query.
      this.#input.focus();
      return;
    } else return;
    event.preventDefault();
  }
}

customElements.define('quote-search', QuoteSearch);
