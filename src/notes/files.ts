import { Document, Scalar, stringify } from 'yaml';
import { toMarkdown } from '../collection/body.ts';
import { formatLedger, growLedger, LEDGER_FILE } from '../collection/permalinks.ts';
import { ABOUT_FILE, QUOTES_FOLDER } from '../collection/read.ts';
import { slugger } from '../collection/slug.ts';
import type { Notes } from './parse.ts';

/** The content files of notes, by their path in the content folder. */
export function notesToFiles(
  notes: Notes,
  { person, lang }: { person: string; lang: string },
): Map<string, string> {
  const idFor = slugger();
  const quotes = notes.parts.flatMap(({ number, quotes }) =>
    quotes.map(({ theme, source, text }, index) => {
      const frontmatter = stringify(
        { part: number, theme, source, order: index + 1 },
        { lineWidth: 0 },
      );
      return { id: idFor(theme), markdown: `---\n${frontmatter}---\n\n${toMarkdown(text)}` };
    }),
  );
  const ledger = growLedger(
    {},
    quotes.map(({ id }) => ({ id, aliases: [] })),
  );
  return new Map([
    [ABOUT_FILE, aboutYaml(notes, { person, lang })],
    ...quotes.map(({ id, markdown }) => [`${QUOTES_FOLDER}/${id}.md`, markdown] as const),
    [LEDGER_FILE, formatLedger(ledger)],
  ]);
}

function aboutYaml(
  { title, introduction, parts }: Notes,
  { person, lang }: { person: string; lang: string },
): string {
  const slugFor = slugger();
  const folded = new Scalar(toMarkdown(introduction));
  folded.type = 'BLOCK_FOLDED';
  return new Document({
    title,
    person,
    lang,
    introduction: folded,
    parts: parts.map(({ number, title }) => ({ number, title, slug: slugFor(title) })),
  }).toString({ lineWidth: 100 });
}

/** Who is quoted, where a title says so in its last words: “… from Ion Stoica”. */
export function personIn(title: string): string | undefined {
  return /\sfrom ((?:[\p{Lu}\p{Lo}]\S*)(?: [\p{Lu}\p{Lo}]\S*)*)$/u.exec(title)?.[1];
}
