import { urls } from '../../collection/urls.ts';
import { message } from '../messages.ts';
import type { Choices, Search, View } from './search-view.ts';

/** Milliseconds without a key press after which the count is said to a screen reader, once. */
const SETTLED = 700;

// The frame that a key press has is for the results that a window can show, most of which are two lines
// long; all else waits for a pause in typing, so much at a time that the next key press comes in between.
const RESULT_HEIGHT = 150;
const BATCH_SIZE = 10;

/** Milliseconds without a key press that are such a pause: longer than most typists make between letters. */
const PAUSE = 300;

// Opened once a page, whichever of its fields asks first.
let opening: Promise<Search> | undefined;
const more = new EventTarget();

const wait = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A search field with its results: used alone on a page and inside the dialog. */
export class QuoteSearch extends HTMLElement {
  #asked = 0;
  #visibleCount = BATCH_SIZE;

  connectedCallback(): void {
    this.addEventListener('input', () => void this.search());
    const begin = () => {
      this.#measure();
      this.#open().catch(() => undefined);
    };
    this.addEventListener('focusin', begin);
    this.addEventListener('keydown', (event) => this.#move(event));
    this.querySelector('.search-suggestion button')!.addEventListener('click', (event) => {
      this.#input.value = (event.currentTarget as Element).textContent;
      this.#input.focus();
      void this.search();
    });
    more.addEventListener('more', () => {
      // Nothing is taken from under a reader's fingers.
      const isReading = this.#results.contains(document.activeElement);
      if (this.#input.value.trim() !== '' && !isReading) void this.search();
    });
    // The field may have had the focus before this script came.
    if (this.contains(document.activeElement)) begin();
    // WebKit resets a field without completion to its default when it restores a page from its cache.
    addEventListener('pagehide', () => (this.#input.defaultValue = this.#input.value));
    if (this.dataset['syncUrl'] === undefined) return;
    // What Enter would ask for is on the page already.
    this.addEventListener('submit', (event) => event.preventDefault());
    // Whoever leaves the field may be about to leave the page.
    this.addEventListener('focusout', () => this.#keepAddress());
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

  /** Measures how many results the window has room for. Not with a key press, which would wait for the layout. */
  #measure(): void {
    const { bottom } = this.#input.getBoundingClientRect();
    // An empty list has no place.
    const { top } = this.#results.getBoundingClientRect();
    const count = Math.ceil((innerHeight - Math.max(bottom, top)) / RESULT_HEIGHT);
    this.#visibleCount = Math.max(1, Math.min(BATCH_SIZE, count));
  }

  set #state(state: 'idle' | 'loading' | 'ready' | 'empty' | 'error') {
    this.dataset['state'] = state;
  }

  #open(): Promise<Search> {
    const onMore = () => void more.dispatchEvent(new Event('more'));
    opening ??= import('./search-view.ts').then(({ openSearch }) =>
      openSearch(this.querySelector('template')!, onMore),
    );
    // A failed download is tried again with the next key press.
    opening.catch(() => (opening = undefined));
    return opening;
  }

  /** Shows what the field and the filters ask for now; an answer that comes late is dropped. */
  async search(): Promise<void> {
    const query = this.#input.value;
    const choices = this.#choices;
    const asked = ++this.#asked;
    if (query.trim() === '') {
      this.#state = 'idle';
      this.#show({});
      return;
    }
    try {
      if (this.dataset['state'] === 'idle') this.#state = 'loading';
      const search = await this.#open();
      if (asked !== this.#asked) return;
      const view = search(query, choices);
      this.#state = view.items.length > 0 ? 'ready' : 'empty';
      this.#show(view);
    } catch {
      this.#state = 'error';
      this.#show({ count: message('search.notLoaded') });
    }
  }

  /** Takes query, filters and scroll from where the reader left the page. */
  async #restore(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get('q') ?? '';
    for (const filter of this.#filters) {
      const value = asked.get(filter.name);
      if (value) filter.add(new Option(value, value, true, true));
    }
    const { scroll } = (history.state ?? {}) as { scroll?: number };
    addEventListener('pagehide', () => {
      this.#keepAddress();
      history.replaceState({ scroll: scrollY }, '');
    });
    if (this.#input.value) this.#visibleCount = Infinity;
    else this.#input.focus();
    await this.search();
    if (scroll !== undefined) scrollTo({ top: scroll, behavior: 'instant' });
  }

  /** Not with each key press: browsers take their time over it, and refuse it when it comes too often. */
  #keepAddress(): void {
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

  /** Adds to a view what waits until no key is pressed any more. */
  async #settle(
    { count = '', items = [], fillFilters }: Partial<View>,
    shown: number,
  ): Promise<void> {
    const asked = this.#asked;
    const isOver = async (milliseconds?: number) => {
      await wait(milliseconds);
      return asked !== this.#asked;
    };
    if (await isOver(PAUSE)) return;
    this.#measure();
    this.#keepAddress();
    for (let at = shown; at < items.length; at += BATCH_SIZE) {
      this.#results.append(...items.slice(at, at + BATCH_SIZE).map((make) => make()));
      if (await isOver()) return;
    }
    fillFilters?.(this.#filters);
    if (await isOver(SETTLED - PAUSE)) return;
    this.querySelector('[role=status]')!.textContent = count;
  }

  #move(event: KeyboardEvent): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('[data-results] a.u-url')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const inField = event.target === this.#input;
    if (event.key === 'ArrowDown' && (inField || at >= 0) && links.length > 0) {
      links[Math.min(at + 1, links.length - 1)]!.focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (links[at - 1] ?? this.#input).focus();
    } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      // Typing on belongs to the query, wherever the focus has moved.
      this.#input.focus();
      return;
    } else return;
    event.preventDefault();
  }
}

customElements.define('quote-search', QuoteSearch);
