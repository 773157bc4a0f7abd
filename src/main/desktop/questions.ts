import type { Question } from '#core/desktop/question.ts';
import type { Ipc } from '../ports/ipc.ts';

/** What the user is asked in the window; a newer question takes the place of the former one. */
export interface Questions extends Disposable {
  ask(question: Question): void;
}

/** Nothing is asked yet. The window closes a question, whatever the answer was. */
export function openQuestions(ipc: Ipc): Questions {
  let question: Question | null = null;
  const become = (next: Question | null): void => {
    question = next;
    ipc.send('question:changed', next);
  };
  using parts = new DisposableStack();
  parts.use(ipc.handle('question:get', () => question));
  parts.use(
    ipc.handle('question:close', () => {
      become(null);
      return null;
    }),
  );
  const owned = parts.move();
  return { ask: become, [Symbol.dispose]: () => owned.dispose() };
}
