import type { CollectionConfig } from '../collection/model.ts';
import { personGuessed, personIn } from './write.ts';
import { incomingOf, type Incoming } from './import-data.ts';
import { parseNotes } from './parse.ts';
import type { NoteProblem } from './problem.ts';
import { readTable } from './csv-import.ts';

/** What the curator says beside a file that does not say it. */
export interface Said {
  person?: string | undefined;
  title?: string | undefined;
  introduction?: string | undefined;
  /** The part of quotes that name none. */
  part?: number | undefined;
  partTitles: Map<number, string>;
}

export interface Intake {
  /** Absent when there are errors. */
  incoming?: Incoming;
  problems: NoteProblem[];
  /** What was done for want of something in the file. */
  notices: string[];
}

type Take = (text: string, said: Said, about: CollectionConfig | undefined) => Intake;

/** Takes plain-text notes in, for a collection that is there or for a new one. */
export const takeNotes: Take = (text, said, about) => {
  const { notes, title, problems } = parseNotes(text);
  const named = about?.person ?? said.person ?? (title && personIn(title.text));
  if (title && named === undefined) {
    const message = `names no person: took “${personGuessed(title.text)}”; give --person NAME`;
    problems.unshift({ severity: 'warning', line: title.line, subject: 'title', message });
  }
  if (!notes) return { problems, notices: [] };
  const person = named ?? personGuessed(notes.title);
  return { incoming: { ...incomingOf(notes), person }, problems, notices: [] };
};

/** Takes a table in, for a collection that is there or for a new one. */
export const takeTable: Take = (text, said, about) => {
  const given = [...said.partTitles].map(([number, title]) => ({ number, title }));
  const known = [...(about?.parts ?? []), ...given];
  const { quotes, titles, problems, notices } = readTable(text, {
    parts: known,
    ...(said.part !== undefined && { part: said.part }),
  });
  if (!quotes) return { problems, notices: [] };

  const numbers = [...new Set(quotes.map(({ part }) => part))].toSorted((a, b) => a - b);
  const titleOf = (number: number) =>
    said.partTitles.get(number) ??
    titles.get(number) ??
    known.find((part) => part.number === number)?.title;
  const missing = (line: number, subject: NoteProblem['subject'], message: string) =>
    problems.push({ severity: 'error', line, subject, message });
  for (const number of numbers.filter((part) => titleOf(part) === undefined)) {
    const { line } = quotes.find(({ part }) => part === number)!;
    missing(line, 'part', `${number} has no title: give it with --part-title "${number}=…"`);
  }
  const persons = new Set(quotes.map(({ person }) => person));
  const [only] = persons.size === 1 ? persons : [];
  const person = about?.person ?? said.person ?? only;
  if (!about) {
    for (const name of ['title', 'introduction'] as const) {
      if (said[name] === undefined) missing(1, name, `is missing: give it with --${name} TEXT`);
    }
    if (person === undefined) missing(1, 'person', 'is missing: give it with --person NAME');
  }
  if (problems.some(({ severity }) => severity === 'error')) return { problems, notices: [] };

  const incoming = {
    ...(said.title !== undefined && { title: said.title }),
    ...(said.introduction !== undefined && { introduction: said.introduction }),
    ...(person !== undefined && { person }),
    parts: numbers.map((number) => ({ number, title: titleOf(number)! })),
    quotes: quotes.map(({ person: own, ...quote }) =>
      own === undefined || own === person ? quote : { ...quote, person: own },
    ),
  };
  return { incoming, problems, notices };
};
