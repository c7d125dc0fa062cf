/**
 * Lets one question through at a time. Of those that come meanwhile the newest waits and the others
 * are dropped; an answer that is no longer the newest's is dropped too, and its promise never settles.
 */
export function newestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  let newest = 0;
  let isBusy = false;
  let waiting: (() => void) | undefined;

  return (question) =>
    new Promise((resolve, reject) => {
      const number = ++newest;
      const start = () => {
        isBusy = true;
        waiting = undefined;
        const settle = (answer: () => void) => {
          isBusy = false;
          if (number === newest) answer();
          waiting?.();
        };
        ask(question).then(
          (answer) => settle(() => resolve(answer)),
          (error: Error) => settle(() => reject(error)),
        );
      };
      if (isBusy) waiting = start;
      else start();
    });
}
