import type { SearchManifest } from '../../search/documents.ts';
import type { Hit } from '../../search/engine.ts';
import type { Highlighter } from '../../search/highlight.ts';
import { typeset, typesetQuote } from '../../text/typography.ts';
import { message } from '../messages.ts';
import { fillFigure } from '../quote-figure.ts';

/** Fills an element with text and highlights the words that matched. */
function setHighlighted(element: Element, text: string, highlight: Highlighter): void {
  element.replaceChildren();
  let end = 0;
  for (const range of highlight(text)) {
    const marked = document.createElement('mark');
    marked.append(text.slice(range.start, range.end));
    element.append(text.slice(end, range.start), marked);
    end = range.end;
  }
  element.append(text.slice(end));
}

/** Renders a result as a list item from the page's template. */
export function resultItem(
  template: HTMLTemplateElement,
  { document: quote, match }: Hit,
  highlight: Highlighter,
  parts: SearchManifest['parts'],
  siteLang: string,
): DocumentFragment {
  const fragment = document.importNode(template.content, true);
  const item = fragment.querySelector('li')!;
  item.dataset['match'] = match;
  const figure = item.querySelector('figure')!;
  const set = (element: Element, text: string) => setHighlighted(element, text, highlight);
  const lang = quote.lang ?? siteLang;
  fillFigure(figure, { ...quote, lang }, { lang: siteLang, parts, set });
  set(figure.querySelector('blockquote')!, typesetQuote(quote.text, lang));

  const part = parts.find(({ number }) => number === quote.part);
  // If nothing visible matched, the part or subject that did is shown.
  const candidates = item.querySelector('mark') ? [] : [part?.title, ...(quote.subjects ?? [])];
  const matched = candidates.find((label) => label && highlight(label).length > 0);
  const partLabel = part && message('part', { number: String(quote.part) });
  const labels = [quote.person, partLabel, matched].filter(Boolean);
  const figcaption = figure.querySelector('figcaption')!;
  const caption = figcaption.querySelector('.quote-place')!;
  set(caption, typeset(labels.join(' · '), siteLang));
  const cite = figcaption.querySelector('cite')!;
  const link = figcaption.querySelector('a');
  const nodes = [labels.length > 0 && caption, quote.source && cite, link].filter(
    (element) => element instanceof Node,
  );
  for (const element of [caption, cite]) element.remove();
  // The dots are text nodes: as flex items they would be spaced unlike the dots within a label.
  figcaption.append(...nodes.flatMap((node, at) => (at > 0 ? [' · ', node] : [node])));
  return fragment;
}
