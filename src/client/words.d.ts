declare module '#words/messages.json' {
  const words: {
    /** The language of the interface. */
    lang: string;
    /** What an element says of it, where the page is in another. */
    ui: { lang?: string; dir?: string };
    messages: Record<string, string | { other: string }>;
  };
  export default words;
}
