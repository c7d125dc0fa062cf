import type { Quality } from './quality.ts';
import { quantile } from './timing.ts';

/** One search at one size; what could not be measured is left out. */
export interface Row {
  name: string;
  size: number;
  bytes?: number;
  /** Milliseconds, in Node. */
  ready?: number;
  node?: number[];
  chromium?: number[];
}

/** The site itself at one size and one slowness, from key press to paint. */
export interface OnScreen {
  size: number;
  throttle: number;
  ready: number;
  /** Without the wait for the screen's next frame. */
  work: number[];
  /** Of each key press the least work of several passes. */
  best: number[];
  /** With the wait. */
  keys: number[];
  /** Of each key press whether its answer was in the first frame after it. */
  first: boolean[];
  idle: number[];
  /** Milliseconds of the page's processor time a key press. */
  spent: number;
}

/** By the name of a search and the kind of query. */
export type Qualities = Map<string, Map<string, Quality>>;

export interface SearchReport {
  machine: string;
  options: Record<string, string>;
  quality: Qualities;
  queries: number;
  rows: Row[];
  screen: OnScreen[];
}

const round = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const both = (times: readonly number[] | undefined) =>
  times?.length ? `${round(quantile(times, 0.5))} / ${round(quantile(times, 0.95))}` : '–';
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const shares = (quality: Quality | undefined) =>
  quality
    ? [quality.first, quality.five, quality.nothing]
        .map((share) => (100 * share).toFixed(0))
        .join(' / ')
    : '–';
const grouped = (number: number) => number.toLocaleString('en');

/** Rows as a Markdown table; all columns but the first are numbers or short words. */
export function table(head: string[], rows: string[][]): string {
  const rule = head.map((_, place) => (place === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The report as Markdown, ready to be read in a README. */
export function asMarkdown(report: SearchReport): string {
  const { options, quality, queries, rows, screen, machine } = report;
  const compared = [
    `${queries} labelled queries on the 75 quotes, % right first / in the first five / nothing found:`,
    table(
      ['Kind', 'queries', ...quality.keys()],
      [...(quality.get('ours') ?? [])].map(([kind, { count }]) => [
        kind,
        String(count),
        ...[...quality.values()].map((byKind) => shares(byKind.get(kind))),
      ]),
    ),
    'Milliseconds a key press, median / 95th percentile, all in one run, interleaved:',
    table(
      ['Quotes', 'Search', 'kB to load', 'ready, ms', 'Node', 'Chromium'],
      rows.map(({ size, name, bytes, ready, node, chromium }) => [
        grouped(size),
        name,
        bytes === undefined ? '–' : grouped(Math.ceil(bytes / 1024)),
        ready === undefined ? '–' : round(ready),
        both(node),
        both(chromium),
      ]),
    ),
  ];
  const sections = rows.length > 0 ? compared : [];
  if (screen.length > 0) {
    sections.push(
      'The site itself, from key press to paint: the work, and with the wait for the screen’s next frame, and how many answers were in the first frame after their key, beside a page that only writes a number:',
      table(
        [
          'Quotes',
          'CPU',
          'first answer, ms',
          'work a key',
          'its best of 3',
          'with the wait',
          'in the first frame',
          'only a number',
          'page’s CPU a key',
        ],
        screen.map(({ size, throttle, ready, work, best, keys, first, idle, spent }) => [
          grouped(size),
          throttle === 1 ? 'full' : `1/${throttle}`,
          round(ready),
          both(work),
          both(best),
          both(keys),
          percent(first.filter(Boolean).length / first.length),
          both(idle),
          round(spent),
        ]),
      ),
    );
  }
  const setups = Object.entries(options).map(([name, text]) => `- ${name}: ${text}`);
  return [...sections, setups.join('\n'), machine].join('\n\n');
}
