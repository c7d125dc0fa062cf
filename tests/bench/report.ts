import type { Quality } from './quality.ts';
import { quantile } from './timing.ts';

/** A search with a number of quotes; missing values could not be measured. */
export interface Row {
  name: string;
  size: number;
  bytes?: number;
  /** Milliseconds, in Node. */
  ready?: number;
  node?: number[];
  chromium?: number[];
}

/** The site with a number of quotes and a CPU throttle, from key press to paint; see `Frames`. */
export interface OnScreen {
  size: number;
  throttle: number;
  ready: number;
  work: number[];
  /** For each key press, the least work of several passes. */
  best: number[];
  keys: number[];
  first: boolean[];
  idle: number[];
  cpu: number;
}

/** By search and kind of query. */
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

/** Returns a Markdown table; all columns except the first are right-aligned. */
export function table(head: string[], rows: string[][]): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Returns the report as Markdown. */
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
    'Milliseconds per key press, median / 95th percentile, all in one run, interleaved:',
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
      'The site, from key press to paint: without and with the wait for the next frame, and how many answers were in the first frame after the key press, compared with a page that only writes a number:',
      table(
        [
          'Quotes',
          'CPU',
          'first answer, ms',
          'work per key',
          'best of 3',
          'with the wait',
          'in the first frame',
          'only a number',
          'CPU per key',
        ],
        screen.map(({ size, throttle, ready, work, best, keys, first, idle, cpu }) => [
          grouped(size),
          throttle === 1 ? 'full' : `1/${throttle}`,
          round(ready),
          both(work),
          both(best),
          both(keys),
          percent(first.filter(Boolean).length / first.length),
          both(idle),
          round(cpu),
        ]),
      ),
    );
  }
  const setups = Object.entries(options).map(([name, text]) => `- ${name}: ${text}`);
  return [...sections, setups.join('\n'), machine].join('\n\n');
}
