import type { Question } from '#core/desktop/question.ts';
import type { Ipc } from '../ports/ipc.ts';

/** The question that the window shows; a newer question replaces it. */
export interface Questions extends Disposable {
  ask(question: Question): void;
  /** Closes what is asked, so that nothing covers the window. */
  close(): void;
}

/** The window closes a question, whatever the answer. */
export function openQuestions(ipc: Ipc): Questions {
  let question: Question | null = null;
  const set = (next: Question | null): void => {
    question = next;
    ipc.send('question:changed', next);
  };
  using parts = new DisposableStack();
  parts.use(ipc.handle('question:get', () => question));
  parts.use(
    ipc.handle('question:close', () => {
      set(null);
      return null;
    }),
  );
  const owned = parts.move();
  return { ask: set, close: () => set(null), [Symbol.dispose]: () => owned.dispose() };
}
