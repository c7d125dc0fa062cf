import { textKey } from '../collection/plain-text.ts';
import { slugKey } from '../text/slug.ts';
import {
  hasPieces,
  mayBeginItem,
  partForm,
  readLine,
  readRunning,
  type Line,
  type PartLine,
  type QuoteLine,
  type Zone,
} from './line-parser.ts';
import { excerpt, type Finding, type NoteProblem } from './problem.ts';
import { joinLines, unwrapItems, type Unwrapped } from './unwrap-lines.ts';

/** Plain-text notes as printed. */
export interface Notes {
  title: string;
  /** An empty line between paragraphs, which have one line each. */
  introduction: string;
  parts: NotePart[];
}

export interface NotePart extends PartLine {
  /** From 1. */
  line: number;
  quotes: NoteQuote[];
}

export interface NoteQuote extends QuoteLine {
  /** From 1. */
  line: number;
}

export interface Parsed {
  /** Absent when there are errors. */
  notes?: Notes;
  /** There even when the rest has errors. */
  title?: { text: string; line: number };
  problems: NoteProblem[];
}

type Numbered = Line & { line: number };

/** Reads notes, clean or messy. Every problem is reported in one run, none is thrown. */
export function parseNotes(text: string): Parsed {
  const lines = readLines(text);
  const title = lines.find((line) => line.kind === 'title');
  const parts = gatherParts(lines);
  const problems = [
    ...lines.flatMap(({ line, findings }) =>
      findings.map((finding) => ({ severity: 'error' as const, ...finding, line })),
    ),
    ...findMissing(lines),
    ...findRepeatedParts(parts),
    ...findGaps(lines, parts),
    ...findEmptyParts(lines),
    ...findRepeatedQuotes(lines),
  ].toSorted((a, b) => a.line - b.line);
  if (!title) return { problems };
  const failed = problems.some(({ severity }) => severity === 'error');
  const notes = { title: title.text, introduction: gatherIntroduction(lines), parts };
  return {
    title: { text: title.text, line: title.line },
    problems,
    ...(!failed && { notes }),
  };
}

/** A BOM, CRLF and white space at the ends of lines are read over; wrapped items are joined. */
function readLines(text: string): Numbered[] {
  const raws = text
    .replace(/^\uFEFF/u, '')
    // Some editors end a wrapped line with these; no field may hold them.
    .replace(/[\u2028\u2029]/gu, ' ')
    .split('\n')
    .map((raw) => raw.replace(/\r$/u, ''));
  const unwrapped = unwrapItems(raws);
  let zone: Zone = 'title';
  let above: Line | undefined;
  return unwrapped.map(({ text: joined, line: number, isHung }, index) => {
    const isRunning = above?.kind === 'introduction' && goesOn(above.text, unwrapped, index);
    const line = isRunning ? readRunning(joined) : readLine(joined, zone);
    above = line;
    if (line.kind === 'part') zone = 'parts';
    else if (zone === 'title' && line.kind !== 'empty') zone = 'introduction';
    if (isHung && line.kind === 'quote' && line.quote) {
      const message = `goes on in the line below, by its indent: ${excerpt(line.quote.source)}`;
      line.findings.push({ severity: 'warning', subject: 'source', message });
    }
    return { ...line, line: number };
  });
}

/**
 * Whether a line of the introduction that looks like a part or an item is the rest of a sentence:
 * “… of that book / part 2: the best”, “see / Part 2 of it”, “he wrote / — and taught”. A part has
 * its quotes below it, and an item its quote in marks or its source.
 */
function goesOn(above: string, lines: Unwrapped[], index: number): boolean {
  const { text } = lines[index]!;
  if (/[.!?…:]\P{L}?$/u.test(above)) return false;
  if (/^[–—]/u.test(text)) return !hasPieces(text);
  if (!/^part(?!\p{L})|^Part \d+ \p{Ll}/u.test(text)) return false;
  let next = index + 1;
  while (lines[next]?.text === '') next++;
  return !mayBeginItem(lines[next]?.text ?? '');
}

/** Lines next to each other are one paragraph, wrapped. */
function gatherIntroduction(lines: Numbered[]): string {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.kind === 'introduction' && !line.isHeading) paragraphs.at(-1)!.push(line.text);
    else if (line.kind === 'introduction') paragraphs.push([line.text], []);
    else if (line.kind === 'empty') paragraphs.push([]);
  }
  return paragraphs
    .filter(({ length }) => length > 0)
    .map(joinLines)
    .join('\n\n');
}

function gatherParts(lines: Numbered[]): NotePart[] {
  const parts: NotePart[] = [];
  for (const line of lines) {
    if (line.kind === 'part' && line.part)
      parts.push({ ...line.part, line: line.line, quotes: [] });
    else if (line.kind === 'quote' && line.quote) {
      parts.at(-1)?.quotes.push({ ...line.quote, line: line.line });
    }
  }
  return parts;
}

function problem(
  severity: NoteProblem['severity'],
  line: number,
  subject: Finding['subject'],
  message: string,
): NoteProblem {
  return { severity, line, subject, message };
}

function findMissing(lines: Numbered[]): NoteProblem[] {
  const first = lines.find(({ kind }) => kind !== 'empty');
  if (!first) return [problem('error', 1, 'title', 'is missing: the file is empty')];
  const has = (kind: Line['kind']) => lines.some((line) => line.kind === kind);
  const firstPart = lines.find(({ kind }) => kind === 'part')?.line;
  const last = lines.findLast(({ kind }) => kind !== 'empty')!.line;
  const problems: NoteProblem[] = [];
  if (!has('title')) {
    const message = 'is missing: expected a line with the title of the notes first';
    problems.push(problem('error', first.line, 'title', message));
  }
  if (!has('introduction')) {
    const message = 'is missing: expected a line between the title and the first part';
    problems.push(problem('error', firstPart ?? last, 'introduction', message));
  }
  if (firstPart === undefined) {
    problems.push(problem('error', last, 'part', `is missing: expected a line ${partForm}`));
  }
  if (!has('quote')) {
    problems.push(problem('error', last, 'quote', 'is missing: the notes hold none'));
  }
  return problems;
}

function findRepeatedParts(parts: NotePart[]): NoteProblem[] {
  const seen = new Map<number, number>();
  return parts.flatMap(({ number, line }) => {
    const before = seen.get(number);
    if (before !== undefined) {
      const message = `${number} is there already, on line ${before}: give each part its own number`;
      return [problem('error', line, 'part', message)];
    }
    seen.set(number, line);
    return [];
  });
}

function findEmptyParts(lines: Numbered[]): NoteProblem[] {
  const written = lines.filter(({ kind }) => kind !== 'empty');
  return written.flatMap((entry, index) => {
    const next = written[index + 1]?.kind ?? 'part';
    if (entry.kind !== 'part' || !entry.part || next !== 'part') return [];
    return [problem('warning', entry.line, 'part', `${entry.part.number} has no quotes`)];
  });
}

/** Numbers that do not count on; they are kept as printed. */
function findGaps(lines: Numbered[], parts: NotePart[]): NoteProblem[] {
  // Next to a part that could not be read, every other would seem out of order.
  if (lines.some((line) => line.kind === 'part' && !line.part)) return [];
  return parts.flatMap(({ number, line }, index) => {
    const previous = parts[index - 1];
    const expected = (previous?.number ?? 0) + 1;
    if (previous && number < previous.number) {
      const message = `${number} comes after part ${previous.number} on line ${previous.line}`;
      return [problem('warning', line, 'part', message)];
    }
    if (number <= expected) return [];
    const place = previous
      ? `follows part ${previous.number} on line ${previous.line}`
      : 'is the first';
    return [problem('warning', line, 'part', `${number} ${place}: expected part ${expected}`)];
  });
}

function findRepeatedQuotes(lines: Numbered[]): NoteProblem[] {
  const texts = new Map<string, number>();
  const themes = new Map<string, number>();
  return lines.flatMap((entry) => {
    if (entry.kind !== 'quote' || !entry.quote) return [];
    const { line, quote } = entry;
    const problems: NoteProblem[] = [];
    const sameText = texts.get(textKey(quote.text));
    const sameTheme = themes.get(slugKey(quote.theme));
    if (sameText !== undefined && quote.text.trim() !== '') {
      const message = `is the same as on line ${sameText}: keep one of lines ${sameText} and ${line}, ${excerpt(quote.text)}`;
      problems.push(problem('error', line, 'quote', message));
    }
    if (sameTheme !== undefined && quote.theme !== '') {
      const message = `is the same as on line ${sameTheme}: ${excerpt(quote.theme)}`;
      problems.push(problem('warning', line, 'theme', message));
    }
    texts.set(textKey(quote.text), sameText ?? line);
    themes.set(slugKey(quote.theme), sameTheme ?? line);
    return problems;
  });
}
