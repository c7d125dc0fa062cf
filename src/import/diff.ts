/** Lines around a change that a diff shows. */
const CONTEXT = 3;

/** Beyond this many pairs of lines they are not compared, but shown as replaced. */
const MOST_PAIRS = 4_000_000;

interface Line {
  sign: ' ' | '-' | '+';
  text: string;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function marked(sign: Line['sign'], lines: string[]): Line[] {
  return lines.map((text) => ({ sign, text }));
}

/** The shortest way from some lines to others (by their longest common subsequence). */
function compare(old: string[], now: string[]): Line[] {
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const before = old.slice(head, old.length - tail);
  const after = now.slice(head, now.length - tail);
  const middle =
    before.length * after.length > MOST_PAIRS
      ? [...marked('-', before), ...marked('+', after)]
      : compareAll(before, after);
  return [
    ...marked(' ', old.slice(0, head)),
    ...middle,
    ...marked(' ', old.slice(old.length - tail)),
  ];
}

function compareAll(old: string[], now: string[]): Line[] {
  // common[i][j]: how many lines old from i on and now from j on have in common.
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i]![j] =
        old[i] === now[j]
          ? common[i + 1]![j + 1]! + 1
          : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ sign: ' ', text: old[i]! });
      i++;
      j++;
    } else if (i < old.length && (j === now.length || common[i + 1]![j]! >= common[i]![j + 1]!)) {
      lines.push({ sign: '-', text: old[i++]! });
    } else lines.push({ sign: '+', text: now[j++]! });
  }
  return lines;
}

/** The stretches of changed lines with what stands around them, as `[from, to)`. */
function hunksOf(lines: Line[]): [number, number][] {
  const hunks: [number, number][] = [];
  lines.forEach(({ sign }, index) => {
    if (sign === ' ') return;
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(lines.length, index + CONTEXT + 1);
    const last = hunks.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  });
  return hunks;
}

function range(lines: Line[], [from, to]: [number, number], other: Line['sign']): string {
  const count = (part: Line[]) => part.filter(({ sign }) => sign !== other).length;
  const length = count(lines.slice(from, to));
  const start = count(lines.slice(0, from));
  return `${length === 0 ? start : start + 1},${length}`;
}

/** A change of one file as a unified diff; an absent text is a file that is not there. */
export function formatDiff(path: string, before: string | undefined, after: string): string {
  const lines = compare(before === undefined ? [] : linesOf(before), linesOf(after));
  return [
    `--- ${before === undefined ? '/dev/null' : `a/${path}`}`,
    `+++ b/${path}`,
    ...hunksOf(lines).flatMap((hunk) => [
      `@@ -${range(lines, hunk, '+')} +${range(lines, hunk, '-')} @@`,
      ...lines.slice(...hunk).map(({ sign, text }) => sign + text),
    ]),
    '',
  ].join('\n');
}
