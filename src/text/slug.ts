import anyAscii from 'any-ascii';
import { withoutOn } from './index-order.ts';

/** In bytes; file systems allow 255 for a name. */
const MAX_LENGTH = 100;

/** Names that would collide with a route or an index file, or that Windows does not allow. */
const reserved = new Set([
  ...['index', 'page', 'con', 'prn', 'aux', 'nul'],
  ...['com', 'lpt'].flatMap((port) => Array.from('0123456789', (digit) => port + digit)),
]);

const marks = /['"`´‘’‚‛“”„‟‹›«»′″]/gu;

/**
 * Letters that a language does not write in ASCII by dropping the mark; as in WordPress
 * (`remove_accents`). Swedish, Finnish and Norwegian addresses drop the marks (goteborg, tromso).
 */
const transliterations: Record<string, Record<string, string>> = {
  da: { æ: 'ae', ø: 'oe', å: 'aa' },
  de: { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' },
};

/** FNV-1a, 32 bits: short, and the same on every platform. Not cryptographic. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Slugs or labels with the same key count as the same: NFKC and case folding. */
export function slugKey(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Returns kebab-case ASCII for a label in any script, transliterated by its language, at most 100
 * bytes. A leading English “On ” is dropped.
 */
export function slugOf(label: string, lang: string): string {
  const ascii = transliterations[new Intl.Locale(lang).language] ?? {};
  const words = anyAscii(
    withoutOn(label.normalize('NFKC').trim(), lang)
      .replace(marks, '')
      .replace(/\p{L}/gu, (letter) => ascii[letter.toLowerCase()] ?? letter),
  )
    .replace(marks, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const slug =
    words.length <= MAX_LENGTH ? words : words.slice(0, MAX_LENGTH + 1).replace(/-[^-]*$/u, '');
  if (slug === '') return `x${shortHash(label)}`;
  return slug.slice(0, MAX_LENGTH);
}

/** Returns a function that gives each label a unique slug: the second `a` becomes `a-2`. */
export function slugger(lang: string, taken: Iterable<string> = []): (label: string) => string {
  const used = new Set([...reserved, ...[...taken].map(slugKey)]);
  return (label) => {
    const slug = slugOf(label, lang);
    let unique = slug;
    for (let n = 2; used.has(unique); n++) {
      const suffix = `-${n}`;
      unique = slug.slice(0, MAX_LENGTH - suffix.length).replace(/-$/u, '') + suffix;
    }
    used.add(unique);
    return unique;
  };
}

/** Whether a name is valid as a slug: kebab-case ASCII, at most 100 bytes, not a route. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(name) && name.length <= MAX_LENGTH && !reserved.has(name);
}
