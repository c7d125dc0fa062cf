import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { isNpmScript } from '../environment.js';

const windows = process.platform === 'win32';

/**
 * Runs a command and resolves with its exit code. On a signal to stop, it stops the command and
 * then exits, so that neither process outlives the other.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: 'inherit', ...options });
    let stopped = false;
    const stop = (signal) => {
      stopped = true;
      kill(child, signal);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    const unwatch = onParentGone(() => stop('SIGTERM'));

    const end = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      unwatch();
    };
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      end();
      const status = code ?? 128 + constants.signals[signal];
      if (stopped) process.exit(status);
      resolve(status);
    });
  });
}

/**
 * Calls back when the npm that runs this script has exited. Returns a function that stops watching.
 * npm sends signals only to the shell between them, and not every shell forwards them.
 */
export function onParentGone(callback) {
  if (!isNpmScript()) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 250).unref();
  return () => clearInterval(timer);
}

function start(command, args, options) {
  if (!windows) return spawn(command, args, options);
  // On Windows `npm` and a packaged `node` are batch files, which only a shell can start.
  const quoted = args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg));
  return spawn([command, ...quoted].join(' '), { ...options, shell: true });
}

function kill(child, signal) {
  if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else child.kill(signal);
}
