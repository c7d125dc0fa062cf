/** Milliseconds for which a button says that it has copied. */
const SAID = 2000;

/** Buttons that copy their `data-copy`; where the browser refuses, the text appears selected. */
class CopyTools extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
      if (button) void this.#copy(button);
    });
  }

  async #copy(button: HTMLElement): Promise<void> {
    const text = button.dataset['copy']!;
    const field = this.querySelector('textarea')!;
    try {
      await navigator.clipboard.writeText(text);
      field.hidden = true;
      this.#say('Copied');
      button.dataset['copied'] = '';
      setTimeout(() => {
        delete button.dataset['copied'];
        this.#say('');
      }, SAID);
    } catch {
      field.hidden = false;
      field.value = text;
      field.select();
      this.#say('Your browser did not allow copying. The text is selected: copy it from here.');
    }
  }

  #say(message: string): void {
    this.querySelector('[role=status]')!.textContent = message;
  }
}

customElements.define('copy-tools', CopyTools);
