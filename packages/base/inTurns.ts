/** Long work: a generator that yields after each of its short steps, and returns the result. */
export type Steps<T> = Generator<undefined, T>;

/**
 * Does the work, and yields to the event loop between its steps, so that pending requests are served meanwhile.
 * @param turn yields once to the event loop
 */
export async function inTurns<T>(work: Steps<T>, turn: () => Promise<void>): Promise<T> {
  let step = work.next();
  while (step.done !== true) {
    await turn();
    step = work.next();
  }
  return step.value;
}
