import { isWholeQuote, splitQuote } from '../text/quotation-marks.ts';
import { singleSpaced } from '../text/whitespace.ts';
import type { Item, ReadResult } from './item.ts';

const dashes = '(?:[‐‑‒–—―⸺⸻−－~]|-{1,3})';
const leadingDash = new RegExp(`^${dashes}+\\s*(?=\\S)`, 'u');
/** What may precede a credit. */
const leadIn = new RegExp(
  `^(?:${dashes}+\\s*)?(?:[,;]\\s*)?(?:(?:by|attributed to)\\s+)?(?=\\S)`,
  'iu',
);
/** A dash after a space, or a long dash after the end of a sentence. */
const innerDash = new RegExp(`\\s${dashes}+\\s*(?=\\S)|(?<=[.!?…"”»’'])[–—―]\\s*(?=\\S)`, 'gu');

const capital = '[\\p{Lu}\\p{Lt}\\p{Lo}][^\\s,;:()]*';
// Lower-case words within names.
const particle =
  "van|von|vom|zu|zur|den|der|das|dos|des|del|della|dalla|degli|dei|de|da|do|di|du|la|le|las|los|lo|el|al|ul|bin|bint|ibn|ben|abu|af|av|ten|ter|te|'t|y|e|é";
const prefixedName = `(?:(?:[ae]l-|d['’]|l['’]|dell['’])${capital})`;
const word = (particles: string) => `(?:(?:(?:${particles}) ){0,3}(?:${capital}|${prefixedName}))`;
const personWord = word(particle);
const anyWord = word(`${particle}|the|of|and|&`);
const name = new RegExp(`^${anyWord}(?: ${anyWord})*$`, 'u');
const fromName = new RegExp(`\\sfrom (${personWord}(?: ${personWord})*)$`, 'u');
const otherName = new RegExp(
  `(?:\\s(?:by|of|von|de)|\\s[-–—―]|:) (${capital}(?: ${personWord})+)$`,
  'u',
);
const suffix = /^(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|Esq)\.?$/u;

const pageName =
  '[Pp]{1,2}\\.|[Pp]ages?|[Pp]ágs?\\.|[Pp]áginas?|[Pp]agin[ae]|[Ss]\\.|[Ss]eiten?|str\\.|[Сс]тр\\.|[Сс]\\.';
// Roman page numbers are those of a preface. In capitals they may be initials.
const page = new RegExp(
  `^(?:(?<cited>.+?),\\s+)?(?<place>(?:${pageName})\\s*(?:\\d+|[ivxlc]+)(?:\\s*[-–]\\s*(?:\\d+|[ivxlc]+))?)(?<end>\\s*\\(\\d{4}\\))?\\.?$`,
  'su',
);

/** Maximum length of a credit. */
const MAX_LENGTH = 200;

/** Maximum length of a name. */
const MAX_NAME = 40;

/** How to read credits. `isSourceOnly`: all quotes have one person, so a credit is their source. */
export type CreditOptions = Pick<ReadResult, 'loneCredit'> & { isSourceOnly?: boolean };

/** What a credit says about a quote. */
export type Attribution = Pick<Item, 'person' | 'source' | 'date' | 'locator'>;

/** Whether a text looks like the name of a person or work: capitalized words and particles. */
export function isName(text: string): boolean {
  return text.length <= MAX_LENGTH && name.test(text);
}

/** Finds the quoted person at the end of a title. `isSure` only after “from”. */
export function personIn(title: string): { name: string; isSure: boolean } | undefined {
  const end = title.slice(-MAX_LENGTH);
  const sure = fromName.exec(end)?.[1];
  const person = sure ?? otherName.exec(end)?.[1];
  return person === undefined ? undefined : { name: person, isSure: sure !== undefined };
}

const lastFirst = /^\p{Lu}[\p{L}'’-]+,\s*\p{Lu}[^,\s]*(?:\s\p{Lu}\.?)?$|;/u;

/**
 * Changes “Last, First” to “First Last”, also of several names separated by semicolons. By default,
 * changes only names that are clearly in this form.
 */
export function plainName(author: string, isLastFirst = lastFirst.test(author)): string {
  if (!isLastFirst) return singleSpaced(author);
  const names = author.split(/\s*;\s*/u).map((fullName) => {
    const [last = '', first = '', ...more] = fullName.split(/,\s*/u);
    return first === '' || more.length > 0 || suffix.test(first) ? fullName : `${first} ${last}`;
  });
  return singleSpaced(names.filter((fullName) => fullName.trim() !== '').join(', '));
}

/** Separates the credit from the quote on a line. After quotation marks it needs no dash. */
export function splitCredit(line: string): Pick<Item, 'text' | 'credit'> {
  const [, speaker = '', speech = ''] = /^([^:]{1,40}):\s+(?=["“„«])(.+)$/su.exec(line) ?? [];
  const isSpoken = speaker.includes(' ') && isName(speaker) && isWholeQuote(speech);
  if (isSpoken) return { text: speech, credit: speaker };
  const marked = splitQuote(line, (rest) => canFollowQuote(rest));
  if (marked) {
    const credit = marked.rest.replace(leadIn, '');
    return { text: marked.text, ...(!/^[.,;]?$/u.test(credit) && { credit: credit.trim() }) };
  }
  const dash = [...line.matchAll(innerDash)].at(-1);
  const credit = dash ? line.slice(dash.index + dash[0].length).trim() : '';
  const head = credit.split(/[,(]/u)[0]!.replace(/\.$/u, '').trim();
  if (dash && dash.index > 0 && isName(head) && !/[!?]$/u.test(credit))
    return { text: line.slice(0, dash.index).trim(), credit };
  const [, text, cited] = /^(.+[.!?…])\s+(\(\p{Lu}[^()]*,\s*\d{4}\))\.?$/su.exec(line) ?? [];
  return text === undefined ? { text: line } : { text, credit: cited! };
}

/** Whether a whole line is a credit: `— Author, Work`. */
export function isCredit(line: string): boolean {
  return leadingDash.test(line) && line.length <= MAX_LENGTH;
}

/** Whether a text can follow a closing quotation mark: a credit, or nothing. */
function canFollowQuote(rest: string): boolean {
  if (/^(?:\(.*\))?[.,;]?$/u.test(rest) || leadingDash.test(rest)) return true;
  const [head = ''] = rest.replace(leadIn, '').split(/[,(]/u);
  return isName(head.trim()) && !/[.!?]$/u.test(rest);
}

/**
 * Parses `Author, Work (year), p. 12`; the page may also come before the year. With `isSourceOnly`,
 * or in brackets, all of it is the source. `loneCredit` is what a short credit without a comma is.
 */
export function parseAttribution(
  credit: string,
  { isSourceOnly = false, loneCredit }: CreditOptions = {},
): Attribution {
  const inner = /^\((.*)\)[.,;]?$/su.exec(credit)?.[1];
  const all = (inner ?? credit).replace(leadIn, '').replace(/(?<=[^\s,])\s*(?=《)/u, ', ');
  const { cited = '', place, end = '' } = page.exec(all)?.groups ?? { cited: all };
  const locator = place && singleSpaced(place);
  const plain = cited + end;
  if (cited === '') return { locator };
  if (inner !== undefined) return { source: singleSpaced(plain), locator };
  const [, undated = plain, date] = /^(.*?)\s*\((\d{4})\)\.?$/su.exec(plain) ?? [];
  const credited = singleSpaced(undated).replace(/(?<=\p{Ll}{3})\.$/u, '');
  if (isSourceOnly) return { source: credited, date, locator };
  const bracketed = loneCredit === 'person' ? /^([^,()]+) \(([^()]+)\)$/u.exec(credited) : null;
  const [, author = '', title = ''] = bracketed ?? /^([^,:]+ [^,:]+): (.+)$/u.exec(credited) ?? [];
  if (isName(author)) {
    const hasLifeDates = /\d{3,4}\s*[-–]\s*\d{2,4}/u.test(title);
    const source = hasLifeDates ? undefined : withoutWorkMarks(title);
    return { person: author, source, date, locator };
  }
  const [head = '', ...rest] = credited.split(/,\s+/u);
  const person = suffix.test(rest[0] ?? '') ? `${head}, ${rest.shift()!}` : head;
  const work = rest.join(', ');
  if (work === '') {
    const plain = withoutWorkMarks(credited);
    const isSource = /\d/u.test(head) || head.length > MAX_NAME || plain !== credited;
    return { ...(loneCredit && { [isSource ? 'source' : loneCredit]: plain }), date, locator };
  }
  const isYear = /^\d{4}$/u.test(work);
  if (isYear && loneCredit === 'person') return { person, date: work, locator };
  if (isYear || !isName(head)) return { source: credited, date, locator };
  const [, workTitle = work, year] = /^(.+),\s*(\d{4})$/u.exec(work) ?? [];
  const source = withoutWorkMarks(workTitle.replace(/^in (?=[\p{Lu}*_“"«„])/u, ''));
  return { person, source, date: date ?? year, locator };
}

/** Removes emphasis or quotation marks around a title. */
function withoutWorkMarks(work: string): string {
  const [, inner] =
    /^(?:[*_]{1,2}|[“"«„《])([^*_“”"«»„》]+)(?:[*_]{1,2}|[”"»“》])$/u.exec(work) ?? [];
  return inner?.trim() ?? work;
}
