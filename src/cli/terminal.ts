import { createInterface } from 'node:readline';

/** The lines of a paste arrive at once, even over a slow connection; nobody types as fast. */
const PASTE_PAUSE = 120;

export interface Terminal {
  /** Asks, and resolves with every line of the answer, also of one that is pasted. */
  ask: (question: string) => Promise<string>;
  close: () => void;
}

/** The end of the input, or Ctrl-C. */
export class Aborted extends Error {}

/** Whether an answer is yes; an empty one is not. */
export const isYes = (answer: string): boolean => /^y(?:es)?$/iu.test(answer.trim());

/** Asks in a terminal: that of the process unless given. */
export function openTerminal({
  input = process.stdin,
  output = process.stdout,
}: { input?: NodeJS.ReadableStream; output?: NodeJS.WritableStream } = {}): Terminal {
  const terminal = createInterface({ input, output });
  const closed = new Promise<never>((_, reject) => {
    terminal.on('close', () => reject(new Aborted()));
  });
  closed.catch(() => undefined);
  const answer = (question: string) =>
    new Promise<string>((resolve) => {
      const lines: string[] = [];
      let timer: NodeJS.Timeout | undefined;
      const finish = () => {
        // The last line of a paste may still wait for Enter.
        if (terminal.line !== '') return;
        terminal.off('line', take);
        resolve(lines.join('\n'));
      };
      const take = (line: string) => {
        lines.push(line);
        clearTimeout(timer);
        timer = setTimeout(finish, PASTE_PAUSE);
      };
      terminal.on('line', take);
      terminal.setPrompt(question);
      terminal.prompt();
    });
  return {
    ask: (question) => Promise.race([answer(question), closed]),
    close: () => terminal.close(),
  };
}
