import { spawn, execFileSync } from 'node:child_process';

/** The resources of a command and its children. */
export interface Usage {
  /** Seconds of processor time. */
  cpu: number;
  /** Megabytes of memory. */
  peak: number;
  /** Seconds from start to end. */
  wall: number;
}

// `times` prints the user and system time of the shell and of all children that it has waited for.
const timing = '"$@" >&2; code=$?; times; exit $code';

/** Adds up the times in the output of the shell's `times`, such as `0m1.250s`. */
export function secondsOf(times: string): number {
  const all = times.matchAll(/(\d+)m([\d.]+)s/gu);
  return Array.from(all, ([, m, s]) => 60 * Number(m) + Number(s)).reduce((a, b) => a + b, 0);
}

/** Returns the memory of a process and its descendants in megabytes, from the output of `ps`. */
export function memoryOf(root: number, ps: string): number {
  const rows = ps
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u).map(Number));
  const family = new Set([root]);
  // Parents come in any order.
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const [pid, parent] of rows) if (family.has(parent!)) family.add(pid!);
  }
  const kilobytes = rows.filter(([pid]) => family.has(pid!)).map(([, , rss]) => rss!);
  return kilobytes.reduce((a, b) => a + b, 0) / 1000;
}

/** Runs a command; throws with its output if it fails. Needs a POSIX shell and `ps`. */
export async function measureCommand(
  command: string,
  args: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Usage> {
  const start = performance.now();
  const child = spawn('sh', ['-c', timing, 'sh', command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [times, output, peak] = ['', '', 0];
  child.stdout.on('data', (chunk: Buffer) => (times += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const timer = setInterval(() => {
    const ps = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
    peak = Math.max(peak, memoryOf(child.pid!, ps));
  }, 250);
  const code = await new Promise((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  ).finally(() => clearInterval(timer));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
  return { cpu: secondsOf(times), peak, wall: (performance.now() - start) / 1000 };
}
