import { excerpt, findForbiddenIn, type Finding } from './problem.ts';

/** Where in the notes a line stands. */
export type Zone = 'title' | 'introduction' | 'parts';

/** A line of notes, read; what could not be read lacks its fields and has findings. */
export type Line =
  | { kind: 'empty'; findings: Finding[] }
  | { kind: 'title'; text: string; findings: Finding[] }
  | { kind: 'introduction'; text: string; findings: Finding[] }
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

const opening = ': "';
const citing = ' — Source: ';
const closing = `"${citing}`;

/** Reads a line, which has no white space around it, as what it sets out to be. */
export function readLine(line: string, zone: Zone): Line {
  if (line === '') return { kind: 'empty', findings: [] };
  if (isPart(line, zone)) return readPart(line);
  if (isQuote(line, zone)) return readQuote(line, zone);
  if (zone !== 'parts') return { kind: zone, text: line, findings: findForbiddenIn(zone, line) };
  const message = `is neither a part nor a quote: expected ${partForm} or ${quoteForm}, found ${excerpt(line)}`;
  const findings = [{ subject: 'line', message } as const, ...findForbiddenIn('line', line)];
  return { kind: 'stray', findings };
}

// Before the first part a line is running text unless it is sure to be something else: it may well
// begin with “Part of …”.
function isPart(line: string, zone: Zone): boolean {
  return zone === 'parts'
    ? /^part(?!\p{L})/iu.test(line)
    : /^part\s*(?:[\d:]|$)|^part\s+[^\s:]+\s*:/iu.test(line);
}

function isQuote(line: string, zone: Zone): boolean {
  if (/^-(?:\s|$)/u.test(line)) return true;
  return zone !== 'parts' && (/^[-–—*•]/u.test(line) || line.includes(closing.trimEnd()));
}

function readPart(line: string): Line {
  const findings = findForbiddenIn('part', line);
  const [, digits, title] = /^Part (0|[1-9]\d{0,8}): (.+)$/su.exec(line) ?? [];
  if (digits !== undefined && title !== undefined) {
    return { kind: 'part', part: { number: Number(digits), title: title.trim() }, findings };
  }
  const rest = line.replace(/^part\s*/iu, '');
  const lack = !/^\d/u.test(rest)
    ? 'has no number'
    : /^\d+\s*:?$/u.test(rest)
      ? 'has no title'
      : 'is not written as it should be';
  const message = `${lack}: expected ${partForm}, found ${excerpt(line)}`;
  return { kind: 'part', findings: [...findings, { subject: 'part', message }] };
}

/**
 * The theme ends at the first `: "`, the quote at the last `" — Source: `, so that both may hold
 * colons, dashes and quotation marks.
 */
function readQuote(line: string, zone: Zone): Line {
  const item = line.replace(/^-\s*/u, '');
  // The white space after an empty source has gone with the end of the line.
  const padded = `${item} `;
  const open = item.indexOf(opening);
  const close = padded.lastIndexOf(closing);
  const isWhole = open !== -1 && close >= open + opening.length;
  const quote = isWhole && {
    theme: item.slice(0, open).trim(),
    text: item.slice(open + opening.length, close),
    source: padded.slice(close + closing.length).trim(),
  };
  const lacks = quote ? findEmpty(quote) : findMissing(item);
  const findings = lacks.map(([subject, lack]): Finding => ({
    subject,
    message: `${lack}: expected ${quoteForm}, found ${excerpt(line)}`,
  }));
  if (zone !== 'parts') {
    const message = `stands before any part: expected ${partForm} above ${excerpt(line)}`;
    findings.unshift({ subject: 'quote', message });
  }
  if (!quote) {
    const forbidden = findForbiddenIn('line', line);
    // Bytes in another encoding may well have been the very marks that seem to be missing.
    return {
      kind: 'quote',
      findings: line.includes('\uFFFD') ? forbidden : findings.concat(forbidden),
    };
  }
  findings.push(
    ...findForbiddenIn('theme', quote.theme),
    ...findForbiddenIn('quote', quote.text),
    ...findForbiddenIn('source', quote.source),
  );
  return { kind: 'quote', quote, findings };
}

type Lack = [subject: Finding['subject'], lack: string];

function findEmpty({ theme, text, source }: QuoteLine): Lack[] {
  const lacks: Lack[] = [];
  const marks = theme.split('"').length - 1;
  if (theme === '') lacks.push(['theme', 'is empty']);
  // A line that begins with its quote, cut at a `: "` inside it.
  else if (theme.startsWith('"') && marks % 2 === 1) lacks.push(['theme', 'is missing']);
  if (text.trim() === '') lacks.push(['quote', 'is empty']);
  if (source === '') lacks.push(['source', 'is empty']);
  return lacks;
}

/** Which pieces are missing from a line that is not whole. */
function findMissing(item: string): Lack[] {
  const lacks: Lack[] = [];
  const open = item.indexOf(opening);
  const isBare = open === -1 && item.startsWith('"');
  const start = isBare ? 1 : open + opening.length;
  const dash = `${item} `.lastIndexOf(citing);
  if (isBare) lacks.push(['theme', 'is missing']);
  else if (open === -1) lacks.push(['quote', 'has no opening mark']);
  if (isBare || open !== -1) {
    const isClosed =
      dash === -1 ? item.includes('"', start) : dash > start && item[dash - 1] === '"';
    if (!isClosed) lacks.push(['quote', 'has marks that never close']);
  }
  if (dash === -1) lacks.push(['source', 'is missing']);
  else if (item.slice(dash + citing.length).trim() === '') lacks.push(['source', 'is empty']);
  return lacks;
}
