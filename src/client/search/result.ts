import type { SearchManifest } from '../../search/documents.ts';
import type { Hit } from '../../search/engine.ts';
import type { Highlighter } from '../../search/highlight.ts';
import { typeset, typesetQuote } from '../../text/typography.ts';
import { message } from '../messages.ts';
import { fillFigure } from '../quote-figure.ts';

/** Fills an element with text in which the words that matched are marked. */
function mark(node: Element, text: string, highlight: Highlighter): void {
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

/** One result as a list item from the server's template. */
export function resultItem(
  template: HTMLTemplateElement,
  { document: found, match }: Hit,
  highlight: Highlighter,
  parts: SearchManifest['parts'],
  siteLang: string,
): DocumentFragment {
  const fragment = document.importNode(template.content, true);
  const item = fragment.querySelector('li')!;
  item.dataset['match'] = match;
  const figure = item.querySelector('figure')!;
  const set = (element: Element, text: string) => mark(element, text, highlight);
  const lang = found.lang ?? siteLang;
  fillFigure(figure, { ...found, lang }, { lang: siteLang, parts, set });
  set(figure.querySelector('blockquote')!, typesetQuote(found.text, lang));

  const ofPart = parts.find(({ number }) => number === found.part);
  // What is not shown of a quote may be all that the reader asked for.
  const hidden = item.querySelector('mark') ? [] : [ofPart?.title, ...(found.subjects ?? [])];
  const reason = hidden.find((label) => label && highlight(label).length > 0);
  const part = ofPart && message('part', { number: String(found.part) });
  const labels = [found.person, part, reason].filter(Boolean);
  const figcaption = figure.querySelector('figcaption')!;
  const caption = figcaption.querySelector('.quote-place')!;
  set(caption, typeset(labels.join(' · '), siteLang));
  const cite = figcaption.querySelector('cite')!;
  const link = figcaption.querySelector('a');
  const shown = [labels.length > 0 && caption, found.source && cite, link];
  for (const element of [caption, cite]) element.remove();
  const nodes = shown.filter((element) => element instanceof Node);
  // With text between them, as flex items would set the dots apart from those within a label.
  figcaption.append(...nodes.flatMap((node, at) => (at > 0 ? [' · ', node] : [node])));
  return fragment;
}
