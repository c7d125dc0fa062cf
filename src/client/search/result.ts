import { directionOf } from '../../text/language.ts';
import { typeset } from '../../text/typography.ts';
import { message } from '../messages.ts';
import { urls } from '../../collection/urls.ts';
import { placeLink } from '../quote-figure.ts';
import type { Hit } from '../../search/engine.ts';
import type { Range } from '../../search/highlight.ts';

/** Fills an element with text in which the words that matched are marked. */
function mark(node: Element, text: string, highlight: (text: string) => Range[]): void {
  node.replaceChildren();
  let end = 0;
  for (const range of highlight(text)) {
    const marked = document.createElement('mark');
    marked.append(text.slice(range.start, range.end));
    node.append(text.slice(end, range.start), marked);
    end = range.end;
  }
  node.append(text.slice(end));
}

export interface ResultPart {
  title: string;
  /** From 1, in the order of the parts. */
  place: number;
}

/** One result as a list item from the server's template. */
export function resultItem(
  template: HTMLTemplateElement,
  { document: found, match }: Hit,
  highlight: (text: string) => Range[],
  part: ResultPart | undefined,
  siteLang: string,
): DocumentFragment {
  const item = document.importNode(template.content, true);
  const figure = item.querySelector('figure')!;
  const lang = found.lang ?? siteLang;
  figure.dataset['quote'] = found.id;
  figure.dataset['match'] = match;
  if (part) figure.classList.add(`part-${part.place}`);
  const link = placeLink(figure, found.theme !== undefined);
  link.href = urls.quote(found);
  if (found.theme !== undefined) mark(link, typeset(found.theme, siteLang), highlight);
  const text = figure.querySelector('blockquote')!;
  if (lang !== siteLang) {
    text.lang = lang;
    text.dir = directionOf(lang);
  }
  mark(text, typeset(found.text, lang), highlight);
  mark(figure.querySelector('cite')!, typeset(found.source ?? '', siteLang), highlight);
  // What is not shown of a quote may be all that the reader asked for.
  const others = [found.person ?? '', ...(found.subjects ?? [])].map((said) => ` · ${said}`);
  const labels = [...(part ? [`: ${part.title}`] : []), ...others];
  const unseen = item.querySelector('mark') ? [] : labels;
  const reason = unseen.find((said) => highlight(said).length > 0);
  const number = part ? message('part', { number: String(found.part) }) : '';
  const place = number + typeset(reason ?? '', siteLang);
  mark(figure.querySelector('.quote-place')!, place, reason ? highlight : () => []);
  return item;
}
