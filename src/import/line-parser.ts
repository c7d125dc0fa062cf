import { isBlank } from '../text/forbidden-characters.ts';
import { leavesFirstOpen } from './quotation-marks.ts';
import {
  closesQuote,
  isBareQuote,
  isCitation,
  namesTheme,
  opensQuote,
  piecesThere,
  takeApart,
  withoutEmphasis,
  type Taken,
} from './quote-line.ts';
import { gap, singleSpaced, trimmed } from './whitespace.ts';
import { excerpt, findForbiddenIn, type Finding } from './problem.ts';

/** Where in the notes a line stands. */
export type Zone = 'title' | 'introduction' | 'parts';

/** A line of notes, read; what could not be read lacks its fields and has findings. */
export type Line =
  | { kind: 'empty'; findings: Finding[] }
  | { kind: 'title'; text: string; findings: Finding[] }
  | { kind: 'introduction'; text: string; isHeading: boolean; findings: Finding[] }
  | { kind: 'stray'; findings: Finding[] }
  | { kind: 'part'; part?: PartLine; findings: Finding[] }
  | { kind: 'quote'; quote?: QuoteLine; findings: Finding[] };

export interface PartLine {
  number: number;
  title: string;
}

export interface QuoteLine {
  theme: string;
  /** Verbatim, without the outer marks. */
  text: string;
  source: string;
}

export const partForm = '`Part N: title`';
const quoteForm = '`- On theme: "quote" — Source: name`';

const heading = /^#{1,6}(?:\s+|$)/u;
const rule = /^(?:[-*_]\s*){3,}$|^={3,}$/u;
const bullet = new RegExp(`^(?:[-*+•‣⁃◦▪▫●○■□·∙]|\\(?\\d{1,6}[.)])(?:${gap}+|$)`, 'u');
// Dashes begin an item as well as the rest of a sentence or a source.
const dashBullet = new RegExp(`^[‐‑‒–—―−]${gap}*`, 'u');
const tightBullet = /^[-•‣⁃◦▪▫●○■□]/u;
const partLine = new RegExp(
  `^part${gap}*(0|[1-9]\\d{0,8})(?:${gap}*[:：]|[.)]${gap}+|${gap}*[-‐‑‒–—―−]{1,3}(?!\\d))(.+)$`,
  'isu',
);

/** Reads a line, which has no white space around it, as what it sets out to be. */
export function readLine(line: string, zone: Zone): Line {
  if (isBlank(line) || rule.test(line)) return { kind: 'empty', findings: [] };
  if (isPart(line, zone)) return readPart(line);
  if (isQuote(line, zone)) return readQuote(line, zone);
  if (zone === 'title') {
    const text = plainHeading(line);
    const isEmpty = isBlank(text) ? [{ subject: zone, message: 'is empty' }] : [];
    return { kind: zone, text, findings: [...isEmpty, ...findForbiddenIn(zone, line)] };
  }
  if (zone === 'introduction') return readRunning(line);
  const message = `is neither a part nor a quote: expected ${partForm} or ${quoteForm}, found ${excerpt(line)}`;
  const findings = [{ subject: 'line', message } as const, ...findForbiddenIn('line', line)];
  return { kind: 'stray', findings };
}

/** Reads a line of the introduction, whatever it begins with. */
export function readRunning(line: string): Line {
  const isHeading = heading.test(line);
  const text = isHeading ? plainHeading(line) : line;
  if (isBlank(text)) return { kind: 'empty', findings: [] };
  const kind = 'introduction';
  return { kind, text, isHeading, findings: findForbiddenIn(kind, line) };
}

/** Whether a line begins an item of a list. */
export function beginsItem(line: string): boolean {
  if (rule.test(line) || isCitation(line)) return false;
  if (bullet.test(line) || (dashBullet.test(line) && opensQuote(line))) return true;
  return tightBullet.test(line) && isWhole(withoutBullet(line));
}

/** Whether a line begins with a dash that may be a bullet, where no item is open. */
export function mayBeginItem(line: string): boolean {
  return beginsItem(line) || (dashBullet.test(line) && !rule.test(line) && !isCitation(line));
}

/** Whether a line has any piece of an item: a quote in marks, or a source. */
export function hasPieces(line: string): boolean {
  const { isOpened, source } = piecesThere(withoutBullet(line));
  return isOpened || source !== undefined || closesQuote(line) || isCitation(line);
}

/** Whether an item has its theme, quote and source. */
export function isWhole(item: string): boolean {
  const { theme, source } = takeApart(item) ?? {};
  return theme !== undefined && theme !== '' && source !== '';
}

/** The bullet of a line, if it may have one. */
export function bulletOf(line: string): string {
  return isCitation(line) ? '' : line.slice(0, line.length - withoutBullet(line).length).trim();
}

/** Whether a line begins with a quote, after a bullet or without one. */
export function beginsWithQuote(line: string): boolean {
  return isBareQuote(withoutBullet(line));
}

/** How sure it is that a line begins anew, and is not the rest of the one before. */
export type Beginning = 'sure' | 'likely';

/** A number, a dash or the word “part” may begin a line in the midst of a quote, too. */
export function beginningOf(line: string): Beginning | undefined {
  if (line === '' || rule.test(line) || heading.test(line)) return 'sure';
  if (partLine.test(line)) return 'likely';
  if (partLine.test(plainPart(line))) return 'sure';
  if (!beginsItem(line)) return undefined;
  const item = withoutBullet(line);
  return opensQuote(line) || isWhole(item) || namesTheme(item) ? 'sure' : 'likely';
}

/** A line without the Markdown of a heading. */
function plainHeading(line: string): string {
  const text = heading.test(line) ? line.replace(heading, '').replace(/\s+#+$/u, '') : line;
  return singleSpaced(withoutEmphasis(singleSpaced(text)));
}

const numberInBold = /^(\*{1,3}|_{1,3})(part\s*\d+\s*[:：.)‐‑‒–—―−-]*)\s*\1/iu;

/** A line that may be a part, as an item of a list or with its number in bold too. */
function plainPart(line: string): string {
  const text = plainHeading(line);
  const item = plainHeading(withoutBullet(text)).replace(numberInBold, '$2 ');
  if (!partLine.test(item)) return text;
  const { isOpened, source } = piecesThere(item);
  return isOpened || source !== undefined ? text : item;
}

// Before the first part a line is running text unless it is sure to be something else: it may well
// begin with “Part of …”.
function isPart(line: string, zone: Zone): boolean {
  const text = plainPart(line);
  return zone === 'parts'
    ? /^part(?!\p{L})/iu.test(text)
    : partLine.test(text) || /^part\s*(?:[\d:]|$)|^part\s+[^\s:]+\s*:/iu.test(text);
}

function isQuote(line: string, zone: Zone): boolean {
  if (/^-(?:\s|$)/u.test(line)) return true;
  if (zone !== 'parts') return /^[-–—•]|^\*(?:\s|$)/u.test(line) || closesQuote(line);
  return mayBeginItem(line);
}

function withoutBullet(line: string): string {
  const spaced = bullet.exec(line) ?? dashBullet.exec(line) ?? tightBullet.exec(line);
  return line.slice(spaced?.[0].length ?? 0);
}

function readPart(line: string): Line {
  const findings = findForbiddenIn('part', line);
  const text = plainPart(line);
  const [, digits, title] = partLine.exec(text) ?? [];
  if (digits !== undefined && title !== undefined && !isBlank(title)) {
    const part = { number: Number(digits), title: singleSpaced(withoutEmphasis(trimmed(title))) };
    return { kind: 'part', part, findings };
  }
  const rest = text.replace(/^part\s*/iu, '');
  const lack = !/^\d/u.test(rest)
    ? 'has no number'
    : /^\d+\s*[:：.)-–—]?$/u.test(rest)
      ? 'has no title'
      : 'is not written as it should be';
  const message = `${lack}: expected ${partForm}, found ${excerpt(line)}`;
  return { kind: 'part', findings: [...findings, { subject: 'part', message }] };
}

function readQuote(line: string, zone: Zone): Line {
  const item = withoutBullet(line);
  const taken = takeApart(item);
  const lacks = taken ? findEmpty(taken) : findMissing(item);
  const findings = lacks.map(([subject, lack]): Finding => ({
    subject,
    message: `${lack}: expected ${quoteForm}, found ${excerpt(line)}`,
  }));
  if (zone !== 'parts') {
    const message = `stands before any part: expected ${partForm} above ${excerpt(line)}`;
    findings.unshift({ subject: 'quote', message });
  }
  if (!taken || taken.rest !== undefined) {
    const forbidden = findForbiddenIn('line', line);
    // Bytes in another encoding may well have been the very marks that seem to be missing.
    return {
      kind: 'quote',
      findings: line.includes('\uFFFD') ? forbidden : findings.concat(forbidden),
    };
  }
  const { theme, text, source } = taken;
  const quote = { theme, text, source };
  if (findings.length === 0) findings.push(...findDoubtful(taken));
  findings.push(
    ...findForbiddenIn('theme', quote.theme),
    ...findForbiddenIn('quote', quote.text),
    ...findForbiddenIn('source', quote.source),
  );
  return { kind: 'quote', quote, findings };
}

type Lack = [subject: Finding['subject'], lack: string];

function findEmpty({ theme, text, source, rest }: Taken): Lack[] {
  if (rest !== undefined) {
    return isCitation(rest)
      ? [['line', 'holds two quotes, which need a line each']]
      : [['source', `is missing before ${excerpt(rest)}`]];
  }
  const lacks: Lack[] = [];
  if (isBlank(theme.replace(/^on$/iu, ''))) lacks.push(['theme', 'is empty']);
  // A line that begins with its quote, cut at a `: "` inside it.
  else if (leavesFirstOpen(theme)) lacks.push(['theme', 'is missing']);
  if (isBlank(text)) lacks.push(['quote', 'is empty']);
  if (isBlank(source)) lacks.push(['source', 'is empty']);
  return lacks;
}

/** The beginning of a theme that looks like speech: `"No," he said`. */
const spoken = /^["“”„«»][^"“”„«»]*[,.!?…]\s?["“”«»]/u;

/** What was read in one of several ways. */
function findDoubtful({ theme, text, stop, isUnsure }: Taken): Finding[] {
  const messages: string[] = [];
  if (stop !== undefined) messages.push(`has ${excerpt(stop)} after its closing mark, left out`);
  if (isUnsure) {
    messages.push(
      `has marks that do not pair: taken as theme ${excerpt(theme)}, quote ${excerpt(text)}`,
    );
  } else if (spoken.test(theme)) {
    messages.push(`may begin before ${excerpt(text)}: taken as its theme ${excerpt(theme)}`);
  }
  return messages.map((message) => ({ severity: 'warning', subject: 'quote', message }));
}

/** Which pieces are missing from a line that is not whole. */
function findMissing(item: string): Lack[] {
  const { isBare, isOpened, isClosed, rest, source } = piecesThere(item);
  const lacks: Lack[] = [];
  if (isBare) lacks.push(['theme', 'is missing']);
  else if (!isOpened) lacks.push(['quote', 'has no opening mark']);
  if (isOpened && !isClosed) {
    const lack = rest
      ? `has ${excerpt(rest)} between its closing mark and its source`
      : 'has marks that never close';
    lacks.push(['quote', lack]);
  }
  if (source === undefined) lacks.push(['source', 'is missing']);
  else if (isBlank(source)) lacks.push(['source', 'is empty']);
  return lacks;
}
