import type { Interface } from 'node:readline';
import { UserError } from '../loader/diagnostic.ts';

/** The lines of a paste arrive at once, even over a slow connection; nobody types as fast. */
const PASTE_PAUSE = 120;

/** The end of the input, or Ctrl-C. */
export class Aborted extends UserError {
  override message = '\nNothing was added.';
}

/** Whether an answer is yes; an empty one is not. */
export const isYes = (answer: string): boolean => /^y(?:es)?$/iu.test(answer.trim());

/** Asks in a terminal, and resolves with every line of the answer, also of one that is pasted. */
export async function ask(terminal: Interface, question: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const take = (line: string) => {
    lines.push(line);
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The last line of a paste may still wait for Enter.
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
