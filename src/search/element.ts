import { urls } from '../collection/urls.ts';
import type { openAnswers } from './answer.ts';
import type { Filters } from './filters.ts';

type Answers = Awaited<ReturnType<typeof openAnswers>>;

/** Milliseconds without a key press after which the count is said to a screen reader, once. */
const SETTLED = 700;

// Opened once a page, whichever of its fields asks first.
let opening: Promise<Answers> | undefined;

/** A search field with its results: used alone on a page and inside the dialog. */
export class QuoteSearch extends HTMLElement {
  #announcement = 0;
  #asked = 0;

  connectedCallback(): void {
    this.addEventListener('input', () => void this.search());
    this.addEventListener('focusin', () => void this.#open().catch(() => undefined));
    this.addEventListener('keydown', (event) => this.#move(event));
    this.querySelector('.search-suggestion button')!.addEventListener('click', (event) => {
      this.#input.value = (event.currentTarget as Element).textContent;
      this.#input.focus();
      void this.search();
    });
    if (this.dataset['addressed'] === undefined) return;
    // What Enter would ask for is on the page already.
    this.addEventListener('submit', (event) => event.preventDefault());
    void this.#restore();
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  get #filters(): Filters {
    return {
      part: this.querySelector('[name=part]')!,
      source: this.querySelector('[name=source]')!,
    };
  }

  set #state(state: 'idle' | 'loading' | 'ready' | 'empty' | 'error') {
    this.dataset['state'] = state;
  }

  #open(): Promise<Answers> {
    opening ??= import('./answer.ts').then(({ openAnswers }) =>
      openAnswers(this.dataset['source']!, this.querySelector('template')!, this.dataset['lang']!),
    );
    // A failed download is tried again with the next key press.
    opening.catch(() => (opening = undefined));
    return opening;
  }

  /** Shows what the field and the filters ask for now; an answer that comes late is dropped. */
  async search(): Promise<void> {
    const query = this.#input.value;
    const part = this.#filters.part.value;
    const source = this.#filters.source.value;
    const asked = ++this.#asked;
    this.#keepAddress(query, part, source);
    if (query.trim() === '') {
      this.#state = 'idle';
      this.#show('');
      return;
    }
    try {
      if (this.dataset['state'] === 'idle') this.#state = 'loading';
      const answers = await this.#open();
      if (asked !== this.#asked) return;
      const answer = await answers(query, {
        ...(part && { part: Number(part) }),
        ...(source && { source }),
      });
      if (asked !== this.#asked) return;
      answer.fillFilters(this.#filters);
      this.#state = answer.found ? 'ready' : 'empty';
      this.#show(answer.count, answer.items, answer.suggestion);
    } catch {
      this.#state = 'error';
      this.#show('The search could not be loaded. Check the connection and type on.');
    }
  }

  /** Takes query, filters and scroll from where the reader left the page. */
  async #restore(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get('q') ?? '';
    for (const name of ['part', 'source'] as const) {
      const value = asked.get(name);
      if (value) this.#filters[name].add(new Option(value, value, true, true));
    }
    const { scroll } = (history.state ?? {}) as { scroll?: number };
    addEventListener('pagehide', () => history.replaceState({ scroll: scrollY }, ''));
    if (!this.#input.value) this.#input.focus();
    await this.search();
    if (scroll !== undefined) scrollTo({ top: scroll, behavior: 'instant' });
  }

  #keepAddress(query: string, part: string, source: string): void {
    if (this.dataset['addressed'] === undefined) return;
    const address = urls.search(query, { part, source });
    if (location.pathname + location.search !== address) history.replaceState(null, '', address);
  }

  #show(count: string, items: Node[] = [], suggestion = ''): void {
    this.querySelector('[data-results]')!.replaceChildren(...items);
    this.querySelector('.search-count')!.textContent = count;
    const offer = this.querySelector<HTMLElement>('.search-suggestion')!;
    offer.hidden = suggestion === '';
    offer.querySelector('button')!.textContent = suggestion;
    clearTimeout(this.#announcement);
    this.#announcement = window.setTimeout(() => {
      this.querySelector('[role=status]')!.textContent = count;
    }, SETTLED);
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
