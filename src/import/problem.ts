import { findForbidden } from '../text/forbidden-characters.ts';

/** What is wrong with a line of notes, from 1: `subject` and `message` read as one sentence. */
export interface NoteProblem extends Omit<Finding, 'severity'> {
  severity: 'error' | 'warning';
  line: number;
}

export interface Finding {
  subject:
    | ('title' | 'introduction' | 'part' | 'theme' | 'quote' | 'source' | 'line')
    // A table has more.
    | ('column' | 'order' | 'url' | 'date' | 'locator' | 'status' | 'person' | 'lang');
  message: string;
  /** An error unless it says otherwise. */
  severity?: 'warning';
}

/** What makes a file unreadable; lines count from 1. */
export function errorAt(line: number, subject: Finding['subject'], message: string): NoteProblem {
  return { severity: 'error', line, subject, message };
}

/** One line a problem, `FILE:LINE: SUBJECT MESSAGE`, as editors and terminals link it. */
export function formatNoteProblem(file: string, problem: NoteProblem): string {
  const { severity, line, subject, message } = problem;
  return `${file}:${line}: ${severity === 'warning' ? 'warning: ' : ''}${subject} ${message}`;
}

/** The beginning of a line, safe to print. */
export function excerpt(line: string): string {
  const start = [...line.slice(0, 100)].slice(0, 48).join('');
  const visible = start.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
  return `\`${visible}${start.length < line.length ? '…' : ''}\``;
}

/** Names the first character of a text that no field may hold. */
export function findForbiddenIn(subject: Finding['subject'], text: string): Finding[] {
  const found = findForbidden(text);
  if (!found) return [];
  const cause =
    found.name === 'U+FFFD'
      ? 'the mark of bytes that are not UTF-8; save the file with the encoding UTF-8'
      : 'an invisible or control character; remove it';
  return [{ subject, message: `holds ${found.name}, ${cause}: ${excerpt(text)}` }];
}
