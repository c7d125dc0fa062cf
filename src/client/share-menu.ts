import { copyFrom } from './clipboard.ts';
import { readChoice, storeChoice } from './storage.ts';

/** The formats chosen before, the last one first. */
function recall(): string[] {
  return readChoice('share')?.split(' ') ?? [];
}

function remember(form: string): void {
  storeChoice('share', [...new Set([form, ...recall()])].join(' '));
}

/** The formats of a quote; their texts are in the page, so that they need no script. */
class ShareMenu extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('button[data-copy]');
      if (button) void this.#copy(button, button.dataset['copy']!);
    });
    const native = this.querySelector<HTMLElement>('[data-native]')!;
    native.hidden = !('share' in navigator);
    native.addEventListener('click', () => void this.#share());
    this.#offer(recall());
    this.#openWhenAddressed();
    addEventListener('hashchange', () => this.#openWhenAddressed());
  }

  #field(form: string): HTMLTextAreaElement | null {
    return this.querySelector<HTMLTextAreaElement>(`#share-${CSS.escape(form)}`);
  }

  async #copy(button: HTMLElement, form: string): Promise<void> {
    const field = this.#field(form)!;
    if (await copyFrom(button, field.value)) {
      void this.#say('copy.copied');
      remember(form);
      return;
    }
    this.querySelector('details')!.open = true;
    field.select();
    void this.#say('copy.refused');
  }

  async #share(): Promise<void> {
    try {
      await navigator.share({ text: this.#field('quote')!.value });
    } catch (error) {
      // The reader closed the dialog.
      if ((error as Error).name === 'AbortError') return;
      await this.#say('share.refused');
    }
  }

  /** Puts the last choice first; the last one without a button gets one. */
  #offer(chosen: string[]): void {
    const tools = this.querySelector('.share-tools')!;
    const buttonOf = (form: string) => tools.querySelector(`[data-copy="${CSS.escape(form)}"]`);
    const form = chosen.find((form) => !buttonOf(form) && this.#field(form));
    if (form) {
      const last = this.querySelector<HTMLElement>('[data-last]')!;
      last.dataset['copy'] = form;
      last.textContent = this.querySelector(`.share-forms [data-copy="${form}"]`)!.ariaLabel;
      last.hidden = false;
    }
    const first = buttonOf(chosen[0] ?? '');
    if (first) tools.prepend(first);
  }

  #openWhenAddressed(): void {
    if (location.hash === '#share') this.querySelector('details')!.open = true;
  }

  /** Announces a message; one that the button shows already is for screen readers only. */
  async #say(key: 'copy.copied' | 'copy.refused' | 'share.refused'): Promise<void> {
    const messages = await import('./messages.ts');
    const status = this.querySelector('[role=status]')!;
    status.classList.toggle('sr-only', key === 'copy.copied');
    status.textContent = messages.message(key);
  }
}

customElements.define('share-menu', ShareMenu);
