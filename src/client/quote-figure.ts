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
 * Fills a figure of the server's template but for the words of the quote. The heading links the
 * permalink; without a theme the caption does, in the words of the template.
 */
export function fillFigure(
  figure: HTMLElement,
  { id, part, theme, source, lang }: FigureData,
  { lang: siteLang, parts, set = setText }: FigureOptions,
): void {
  figure.dataset['quote'] = id;
  const place = parts.findIndex(({ number }) => number === part);
  if (place >= 0) figure.classList.add(`part-${place + 1}`);
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
