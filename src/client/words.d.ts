declare module '#words/messages.json' {
  import type { Plural } from '../i18n/dictionary.ts';
  import type { ClientKey } from './message-keys.ts';

  const words: {
    /** The language of the interface. */
    lang: string;
    /** What an element says of it, where the page is in another. */
    ui: { lang?: string; dir?: string };
    messages: Record<ClientKey, string | Plural>;
  };
  export default words;
}
