import type { CollectionData } from '../../collection/quote-data.ts';
import { absolute, urls } from '../../collection/urls.ts';
import { copyText } from '../clipboard.ts';
import { fetchJson } from '../fetch-json.ts';
import { message } from '../messages.ts';
import { showItems } from './items.ts';
import type { SavedList, SentList } from './list.ts';
import { mergeLists, moveQuote, parseSentList, removeQuote, updateIds } from './list.ts';
import { showNotice } from './notice.ts';
import { changeSaved, savedList, updateSaved } from './store.ts';
import { readList, toJson, toMarkdown, toText } from './transfer.ts';

// The page of saved quotes. It shows the list in its address, if any, or the list on this device.

const root = document.querySelector<HTMLElement>('.saved-quotes')!;
const container = root.querySelector<HTMLElement>('[data-list]')!;
const fileInput = root.querySelector<HTMLInputElement>('[type=file]')!;

let collection: CollectionData;
const currentIds = new Map<string, string>();

const sentHere = () => parseSentList(location.search, currentIds);
const shownList = () => sentHere()?.list ?? savedList();
const positionOf = (id: string) => [...shownList().keys()].indexOf(id);

function setState(state: 'own' | 'empty' | 'sent' | 'unknown' | 'error'): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-when]')) {
    element.hidden = !element.dataset['when']!.split(' ').includes(state);
  }
}

function announce(text: string): void {
  root.querySelector('[role=status]')!.textContent = text;
}

function sentMessage({ list, named, unknown }: SentList): string {
  if (list.size === 0) return message('saved.sentNone');
  const sent = message('saved.sent', { count: list.size });
  if (unknown === 0) return sent;
  return `${sent} ${message('saved.sentUnknown', { count: unknown, named })}`;
}

function show(): void {
  const sent = sentHere();
  const list = shownList();
  showItems(container, list, root.querySelector('template')!, collection);
  if (sent) setState(list.size > 0 ? 'sent' : 'unknown');
  else setState(list.size > 0 ? 'own' : 'empty');
  root.querySelector('[data-count]')!.textContent = message('count.quotes', { count: list.size });
  root.querySelector('[data-sent]')!.textContent = sent ? sentMessage(sent) : '';
  // The last announcement was about the list as it was before.
  announce('');
}

/** Adds quotes to the reader's own list, and shows how many were new. */
function add(list: SavedList): void {
  const before = savedList().size;
  if (!changeSaved((own) => mergeLists(own, list))) return;
  showNotice(message('saved.added', { count: savedList().size - before }));
}

function move(id: string, offset: number): void {
  changeSaved((list) => moveQuote(list, id, offset));
  announce(message('saved.place', { place: positionOf(id) + 1, last: shownList().size }));
}

function remove(id: string): void {
  const at = positionOf(id);
  changeSaved((list) => removeQuote(list, id), message('saved.noLonger'));
  const next = container.children[at] ?? container.children[at - 1];
  (next?.querySelector<HTMLElement>('[data-action=remove]') ?? fileInput).focus();
}

async function copy(button: HTMLElement, text: string): Promise<void> {
  if (await copyText(button, text)) announce(message('copy.copied'));
  else showNotice(message('saved.copyRefused'));
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  // The download has started by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The actions of buttons. `id` is the quote that a button belongs to. */
const actions: Record<string, (button: HTMLElement, id: string) => void> = {
  up: (_, id) => move(id, -1),
  down: (_, id) => move(id, 1),
  remove: (_, id) => remove(id),
  copyLink: (button) =>
    void copy(button, absolute(urls.saved([...shownList().keys()]), import.meta.env.SITE)),
  copyAll: (button) => void copy(button, toText(shownList(), collection)),
  print: () => print(),
  markdown: () => download('saved-quotes.md', toMarkdown(shownList(), collection)),
  json: () => download('saved-quotes.json', toJson(shownList(), collection)),
  saveSent: () => {
    const sent = shownList();
    history.pushState(null, '', urls.saved());
    add(sent);
  },
  clear: () => {
    changeSaved(() => new Map(), message('saved.allRemoved', { count: shownList().size }));
    fileInput.focus();
  },
};

function idAt({ target }: Event): string | undefined {
  return (target as Element).closest('li')?.dataset['id'];
}

function press(event: Event): void {
  const button = (event.target as Element).closest('button');
  if (!button || button.ariaDisabled === 'true') return;
  actions[button.dataset['action']!]!(button, idAt(event) ?? '');
}

function moveByKey(event: KeyboardEvent): void {
  const offset = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const id = idAt(event);
  const isTyping = (event.target as Element).matches('textarea');
  if (!offset || !id || !event.altKey || sentHere() || isTyping) return;
  event.preventDefault();
  move(id, offset);
}

function annotate(event: Event): void {
  const { target } = event;
  const id = idAt(event);
  if (!id || !(target instanceof HTMLTextAreaElement)) return;
  changeSaved((list) => (list.has(id) ? list.set(id, target.value) : list));
}

async function importFile(): Promise<void> {
  const [file] = fileInput.files ?? [];
  if (!file) return;
  const read = readList(await file.text().catch(() => ''));
  // Otherwise choosing the same file again would not be a change.
  fileInput.value = '';
  if (read.size > 0) add(updateIds(read, currentIds));
  else showNotice(message('saved.fileWithoutQuotes', { file: file.name }));
}

async function open(): Promise<void> {
  try {
    collection = await fetchJson<CollectionData>(urls.collectionData());
  } catch {
    setState('error');
    return;
  }
  for (const { id, aliases = [] } of collection.quotes) {
    for (const anyId of [id, ...aliases]) currentIds.set(anyId, id);
  }
  updateSaved(currentIds);
  root.addEventListener('click', press);
  root.addEventListener('keydown', moveByKey);
  root.addEventListener('input', annotate);
  fileInput.addEventListener('change', () => void importFile());
  addEventListener('storage', show);
  addEventListener('popstate', show);
  show();
}

void open();
