import { absolute, urls } from '../../collection/urls.ts';
import { copyFrom } from '../clipboard.ts';
import type { CollectionData } from '../../collection/quote-data.ts';
import { fetchJson } from '../fetch-json.ts';
import { showItems } from './items.ts';
import {
  annotated,
  joined,
  moved,
  renamed,
  restored,
  type SavedList,
  type Sent,
  sentList,
  without,
} from './list.ts';
import { message } from '../messages.ts';
import { notice } from './notice.ts';
import { adoptFormerList, changeSaved, onSavedChange, savedList } from './store.ts';
import { readList, toJson, toMarkdown, toText } from './transfer.ts';

type State = 'own' | 'empty' | 'sent' | 'unknown' | 'error';

function saidOf({ list, named, unknown }: Sent): string {
  if (list.length === 0) return message('saved.sentNone');
  const sent = message('saved.sent', { count: list.length });
  if (unknown === 0) return sent;
  return `${sent} ${message('saved.sentUnknown', { count: unknown, named })}`;
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The list on this device, or one from the address. */
class SavedQuotes extends HTMLElement {
  #collection!: CollectionData;
  /** Current ids by current and former ids. */
  #current = new Map<string, string>();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    try {
      this.#collection = await fetchJson<CollectionData>(urls.collectionData());
    } catch {
      this.#state = 'error';
      return;
    }
    this.#current = new Map(
      this.#collection.quotes.flatMap(({ id, aliases = [] }) =>
        [id, ...aliases].map((name) => [name, id]),
      ),
    );
    adoptFormerList((id) => this.#current.has(id));
    this.addEventListener('click', (event) => this.#press(event));
    this.addEventListener('keydown', (event) => this.#moveByKey(event));
    this.addEventListener('input', (event) => this.#note(event));
    this.querySelector('[type=file]')!.addEventListener('change', (event) => {
      void this.#import(event.target as HTMLInputElement);
    });
    onSavedChange(() => this.#show());
    addEventListener('popstate', () => this.#show());
    this.#show();
  }

  get #sent(): Sent | undefined {
    return sentList(location.search, (name) => this.#current.get(name));
  }

  get #own(): SavedList {
    return renamed(savedList(), this.#current);
  }

  /** What is shown. */
  get #list(): SavedList {
    return this.#sent?.list ?? this.#own;
  }

  set #state(state: State) {
    for (const element of this.querySelectorAll<HTMLElement>('[data-when]')) {
      element.hidden = !element.dataset['when']!.split(' ').includes(state);
    }
  }

  #show(): void {
    const sent = this.#sent;
    const list = this.#list;
    const template = this.querySelector('template')!;
    showItems(this.querySelector('[data-list]')!, list, template, this.#collection);
    if (sent) this.#state = list.length > 0 ? 'sent' : 'unknown';
    else this.#state = list.length > 0 ? 'own' : 'empty';
    const count = message('count.quotes', { count: list.length });
    this.querySelector('[data-count]')!.textContent = count;
    this.querySelector('[data-sent]')!.textContent = sent ? saidOf(sent) : '';
    // It was said of the list as it was.
    this.#say('');
  }

  /**
   * Changes the reader's own list; `said` tells what was removed, and the notice offers to undo it.
   * When the browser refuses to store the change, the notice says that, and the result is false.
   */
  #change(change: (list: SavedList) => SavedList, said = ''): boolean {
    const before = this.#own;
    const stored = changeSaved((list) => change(renamed(list, this.#current)));
    if (stored && said === '') return true;
    const undo = () => void changeSaved((list) => restored(list, before));
    const offer = said === '' ? undefined : { label: message('saved.undo'), to: undo };
    notice(stored ? said : message('saved.notStored'), offer);
    return stored;
  }

  /** Adds quotes to the reader's own list, and says how many were new. */
  #add(list: SavedList): void {
    const before = this.#own.length;
    if (!this.#change((own) => joined(own, list))) return;
    notice(message('saved.added', { count: this.#own.length - before }));
  }

  #press(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (!button) return;
    const { move, copy, export: form } = button.dataset;
    const id = button.closest('li')?.dataset['id'];
    if (id && move && button.ariaDisabled !== 'true') this.#move(id, Number(move));
    else if (id && 'remove' in button.dataset) this.#remove(id);
    else if (copy) void this.#copy(button, copy);
    else if (form) this.#export(form);
    else if ('print' in button.dataset) print();
    else if ('keep' in button.dataset) this.#keep();
    else if ('clear' in button.dataset) this.#clear();
  }

  #move(id: string, by: number): void {
    this.#change((list) => moved(list, id, by));
    const at = this.#list.findIndex((saved) => saved.id === id) + 1;
    this.#say(message('saved.place', { place: at, last: this.#list.length }));
  }

  #moveByKey(event: KeyboardEvent): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const target = event.target as Element;
    const id = target.closest('li')?.dataset['id'];
    if (!by || !id || !event.altKey || this.#sent || target.matches('textarea')) return;
    event.preventDefault();
    this.#move(id, by);
  }

  #remove(id: string): void {
    const at = this.#list.findIndex((saved) => saved.id === id);
    this.#change((list) => without(list, id), message('saved.noLonger'));
    const items = this.querySelectorAll<HTMLElement>('[data-list] > li');
    const next = items[at] ?? items[at - 1];
    (next?.querySelector<HTMLElement>('[data-remove]') ?? this.#input).focus();
  }

  #clear(): void {
    this.#change(() => [], message('saved.allRemoved', { count: this.#list.length }));
    this.#input.focus();
  }

  #note(event: Event): void {
    const field = event.target as HTMLElement;
    const id = field.closest('li')?.dataset['id'];
    if (!id || !(field instanceof HTMLTextAreaElement)) return;
    this.#change((list) => annotated(list, id, field.value));
  }

  #keep(): void {
    const sent = this.#list;
    history.pushState(null, '', urls.saved());
    this.#add(sent);
  }

  async #import(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = readList(await file.text().catch(() => ''));
    // Allows to choose the same file again.
    input.value = '';
    if (read.length > 0) this.#add(read);
    else notice(message('saved.fileWithoutQuotes', { file: file.name }));
  }

  #export(form: string): void {
    const [extension, write] = form === 'json' ? ['json', toJson] : ['md', toMarkdown];
    download(`saved-quotes.${extension}`, write(this.#list, this.#collection));
  }

  async #copy(button: HTMLElement, what: string): Promise<void> {
    const ids = this.#list.map(({ id }) => id);
    const text =
      what === 'link'
        ? absolute(urls.saved(ids), import.meta.env.SITE)
        : toText(this.#list, this.#collection);
    if (await copyFrom(button, text)) this.#say(message('copy.copied'));
    else notice(message('saved.copyRefused'));
  }

  #say(said: string): void {
    this.querySelector('[role=status]')!.textContent = said;
  }

  get #input(): HTMLInputElement {
    return this.querySelector('[type=file]')!;
  }
}

customElements.define('saved-quotes', SavedQuotes);
