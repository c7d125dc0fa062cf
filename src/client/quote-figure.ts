import { urls } from '../collection/urls.ts';
import { directionOf } from '../text/language.ts';
import { typeset } from '../text/typography.ts';

interface FigureData {
  id: string;
  part?: number | undefined;
  theme?: string | undefined;
  source?: string | undefined;
  lang: string;
}

interface FigureOptions {
  /** The language of the collection. */
  lang: string;
  parts: readonly { number: number }[];
  set?: (element: Element, text: string) => void;
}

const setText = (element: Element, text: string) => void (element.textContent = text);

/**
 * Fills a figure from the page's template, except the text of the quote. The theme links to the
 * permalink; without a theme the template's link moves to the caption.
 */
export function fillFigure(
  figure: HTMLElement,
  { id, part, theme, source, lang }: FigureData,
  { lang: siteLang, parts, set = setText }: FigureOptions,
): void {
  figure.dataset['quote'] = id;
  const index = parts.findIndex(({ number }) => number === part);
  if (index >= 0) figure.classList.add(`part-${index + 1}`);
  const link = figure.querySelector<HTMLAnchorElement>('a.u-url')!;
  link.href = urls.quote({ id });
  if (theme !== undefined) set(link, typeset(theme, siteLang));
  else {
    figure.querySelector<HTMLElement>('.p-name')!.hidden = true;
    figure.querySelector('figcaption')!.append(link);
  }
  const text = figure.querySelector('blockquote')!;
  text.lang = lang;
  text.dir = directionOf(lang);
  set(figure.querySelector('cite')!, typeset(source ?? '', siteLang));
}
