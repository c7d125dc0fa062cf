declare module '#words/messages.json' {
  const words: {
    /** The language of the interface. */
    lang: string;
    /** The attributes of an element in that language, if the page is in another. */
    ui: { lang?: string; dir?: string };
    messages: Record<string, string | { other: string }>;
  };
  export default words;
}
