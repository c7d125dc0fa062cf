import { urls } from '../../collection/urls.ts';
import type { SearchManifest } from '../../search/documents.ts';
import type { Hit } from '../../search/engine.ts';
import type { Highlighter } from '../../search/highlight.ts';
import { directionOf } from '../../text/language.ts';
import { typeset, typesetQuote } from '../../text/typography.ts';
import { message } from '../messages.ts';
import { placeLink } from '../quote-figure.ts';

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
  figure.dataset['quote'] = found.id;
  const place = parts.findIndex(({ number }) => number === found.part);
  if (place >= 0) figure.classList.add(`part-${place + 1}`);

  const link = placeLink(figure, found.theme !== undefined);
  link.href = urls.quote(found);
  if (found.theme !== undefined) mark(link, typeset(found.theme, siteLang), highlight);
  const quote = figure.querySelector('blockquote')!;
  const lang = found.lang ?? siteLang;
  if (lang !== siteLang) {
    quote.lang = lang;
    quote.dir = directionOf(lang);
  }
  mark(quote, typesetQuote(found.text, lang), highlight);
  const cite = figure.querySelector('cite')!;
  mark(cite, typeset(found.source ?? '', siteLang), highlight);

  // What is not shown of a quote may be all that the reader asked for.
  const hidden = item.querySelector('mark') ? [] : [parts[place]?.title, ...(found.subjects ?? [])];
  const reason = hidden.find((label) => label && highlight(label).length > 0);
  const part = place < 0 ? undefined : message('part', { number: String(found.part) });
  const labels = [found.person, part, reason].filter(Boolean);
  const figcaption = figure.querySelector('figcaption')!;
  const caption = figcaption.querySelector('.quote-place')!;
  mark(caption, typeset(labels.join(' · '), siteLang), highlight);
  const shown = [labels.length > 0 && caption, found.source && cite, !found.theme && link];
  for (const element of [caption, cite]) element.remove();
  // With text between them, as flex items would set the dots apart from those within a label.
  for (const [at, element] of shown.filter((element) => element instanceof Node).entries()) {
    figcaption.append(...(at > 0 ? [' · '] : []), element);
  }
  return fragment;
}
