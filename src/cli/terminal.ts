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

/** Asks in the terminal. */
export function openTerminal(): Terminal {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
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
