import type { Collection } from '../collection/model.ts';
import { setInType } from '../collection/typography.ts';

function cssString(text: string): string {
  const escaped = text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped}"`;
}

/**
 * Styles for print that name the book and the part at the head of each page: no browser takes
 * these words from the page itself, so each part has pages of its own name.
 */
export function runningHeads({ title, lang, parts }: Collection): string {
  const book = cssString(setInType(title, lang));
  const perPart = parts.map(({ place, number, title: name }) => {
    const head = cssString(`${number}. ${setInType(name, lang)}`);
    return [
      `.book-part.part-${place},html.part-${place} main{page:part-${place}}`,
      `@page part-${place}{@top-right{content:${head}}}`,
    ].join('\n');
  });
  return `@page{@top-left{content:${book}}}\n${perPart.join('\n')}\n`;
}
