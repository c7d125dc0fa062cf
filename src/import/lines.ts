/** What begins an item of a list, beside numbers and dashes. */
export const bullets = '-*+•‣⁃◦▪▫●○■□·∙';

const lead = new RegExp(
  `^\\s*(?:(#{1,6})\\s+|([${bullets.replace('-', '\\-')}]|\\(?\\d{1,4}[.)])\\s+(?=\\S))?`,
  'u',
);

/** A line of a document, with what begins it apart from its words. */
export interface Line {
  raw: string;
  /** How many characters of white space are before it. */
  indent: number;
  /** The number signs of a heading of Markdown. */
  hashes: string;
  /** The bullet of an item; all numbers are one. */
  bullet: string;
  words: string;
}

/** Parses a line of a document. */
export function parseLine(raw: string): Line {
  const [whole, hashes = '', bullet = ''] = lead.exec(raw)!;
  const words = raw.slice(whole.length).trim();
  return {
    raw,
    indent: raw.search(/\S|$/u),
    hashes,
    bullet: bullet.replace(/\d+/u, '1'),
    words: hashes === '' ? words : words.replace(/\s+#+$/u, ''),
  };
}

/** Whether a line is a rule across the page: `---`, `* * *`, `===`. */
export function isRule(line: string): boolean {
  return /^\s*(?:(?:[-*_]\s*){3,}|={3,}\s*)$/u.test(line);
}
