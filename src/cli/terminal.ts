import type { Interface } from 'node:readline';
import { UserError } from '../loader/diagnostic.ts';

/** Pause that ends an answer, in milliseconds. Pasted lines arrive faster, typed ones slower. */
const PASTE_PAUSE = 120;

/** Thrown at the end of the input and on Ctrl-C. */
export class Aborted extends UserError {
  override message = '\nNothing was added.';
}

/** Whether an answer is yes. An empty one is not. */
export const isYes = (answer: string): boolean => /^y(?:es)?$/iu.test(answer.trim());

/** Asks in a terminal. Resolves with all lines of the answer, which may be pasted. */
export async function ask(terminal: Interface, question: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const take = (line: string) => {
    lines.push(line);
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The last line of a paste may still be waiting for Enter.
      if (terminal.line === '') resolve(lines.join('\n'));
    }, PASTE_PAUSE);
  };
  const abort = () => reject(new Aborted());
  terminal.on('line', take).once('close', abort);
  terminal.setPrompt(question);
  terminal.prompt();
  try {
    return await promise;
  } finally {
    terminal.off('line', take).off('close', abort);
  }
}
