import { setInType } from '../collection/typography.ts';
import { urls } from '../collection/urls.ts';
import type { SearchData } from './documents.ts';
import type { Engine, Hit, SearchResult } from './engine.ts';
import { highlight } from './highlight.ts';

/** What is shown at once; more would be scrolled past, and cost the frame that a key press has. */
const MOST = 50;
/** Milliseconds without a key press after which the count is said to a screen reader, once. */
const SETTLED = 700;

interface Loaded {
  engine: Engine;
  places: Map<number, number>;
}

async function load(source: string): Promise<Loaded> {
  const [{ createEngine }, data] = await Promise.all([
    import('./engine.ts'),
    fetch(source).then((response): Promise<SearchData> => {
      if (!response.ok) throw new Error(`${response.status} ${source}`);
      return response.json();
    }),
  ]);
  const places = new Map(data.parts.map(({ number }, index) => [number, index + 1]));
  return { engine: createEngine(data), places };
}

// One engine a page, whichever of its fields asks first.
let loading: Promise<Loaded> | undefined;

function show(node: Element, text: string, words: readonly string[]): void {
  node.replaceChildren();
  let end = 0;
  for (const range of highlight(text, words)) {
    const mark = document.createElement('mark');
    mark.append(text.slice(range.start, range.end));
    node.append(text.slice(end, range.start), mark);
    end = range.end;
  }
  node.append(text.slice(end));
}

/** A search field with its results: used alone on the search page and inside the dialog. */
export class QuoteSearch extends HTMLElement {
  #announcement = 0;

  connectedCallback(): void {
    this.addEventListener('input', () => void this.search());
    this.addEventListener('focusin', () => void this.#load().catch(() => undefined));
    this.addEventListener('keydown', (event) => this.#move(event));
    if (this.dataset['addressed'] === undefined) return;
    this.#input.value = new URLSearchParams(location.search).get('q') ?? '';
    void this.search();
    if (!this.#input.value) this.#input.focus();
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  get #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('[data-results] a.u-url')];
  }

  set #state(state: 'idle' | 'loading' | 'ready' | 'empty' | 'error') {
    this.dataset['state'] = state;
  }

  #load(): Promise<Loaded> {
    loading ??= load(this.dataset['source']!);
    // A failed download is tried again with the next key press.
    loading.catch(() => (loading = undefined));
    return loading;
  }

  /** Shows the results for what the field holds now; an answer that comes late is dropped. */
  async search(): Promise<void> {
    const query = this.#input.value;
    this.#keepAddress(query);
    if (query.trim() === '') {
      this.#state = 'idle';
      this.#show('', []);
      return;
    }
    try {
      if (this.dataset['state'] === 'idle') this.#state = 'loading';
      const { engine, places } = await this.#load();
      if (query !== this.#input.value) return;
      const result = engine.search(query, { limit: MOST });
      this.#state = result.total > 0 ? 'ready' : 'empty';
      this.#show(
        countOf(result),
        result.hits.map((hit) => this.#item(hit, result.words, places)),
      );
    } catch {
      this.#state = 'error';
      this.#show('The search could not be loaded. Check the connection and type on.', []);
    }
  }

  #keepAddress(query: string): void {
    if (this.dataset['addressed'] === undefined) return;
    const address = urls.search(query);
    if (location.pathname + location.search !== address)
      history.replaceState(history.state, '', address);
  }

  #show(count: string, items: Node[]): void {
    this.querySelector('[data-results]')!.replaceChildren(...items);
    this.querySelector('.search-count')!.textContent = count;
    clearTimeout(this.#announcement);
    this.#announcement = window.setTimeout(() => {
      this.querySelector('[role=status]')!.textContent = count;
    }, SETTLED);
  }

  #item(
    { document: found, match }: Hit,
    words: readonly string[],
    places: Map<number, number>,
  ): Node {
    const item = this.querySelector('template')!.content.cloneNode(true) as DocumentFragment;
    const figure = item.querySelector('figure')!;
    const site = this.dataset['lang']!;
    const lang = found.lang ?? site;
    figure.dataset['quote'] = found.id;
    figure.dataset['match'] = match;
    figure.classList.add(`part-${places.get(found.part)}`);
    const link = figure.querySelector('a')!;
    link.href = urls.quote(found);
    show(link, setInType(found.theme, site), words);
    const text = figure.querySelector('blockquote')!;
    if (lang !== site) text.lang = lang;
    show(text, setInType(found.text, lang), words);
    show(figure.querySelector('cite')!, setInType(found.source, site), words);
    figure.querySelector('.quote-place')!.textContent = `Part ${found.part}`;
    return item;
  }

  #move(event: KeyboardEvent): void {
    const links = this.#links;
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'ArrowDown' && links.length > 0) {
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

function countOf({ total, hits }: SearchResult): string {
  if (total === 0) return 'No quote found';
  const close = hits[0]!.match === 'close' ? ', close matches only' : '';
  const count = total === 1 ? '1 quote' : `${total} quotes`;
  return (total > hits.length ? `The first ${hits.length} of ${count}` : count) + close;
}

customElements.define('quote-search', QuoteSearch);
