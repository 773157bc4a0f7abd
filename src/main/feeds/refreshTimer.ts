import type { Instant } from '#base';
import type { Clock } from '../ports/clock.ts';
import type { FeedStates } from './feedStates.ts';
import { nextDue } from './feedState.ts';

/**
 * One timer, for the feed that is due first; set again after each change of the states.
 * @param onDue called when a feed is due to be fetched or dated
 */
export function startRefreshTimer(
  clock: Clock,
  states: Pick<FeedStates, 'all' | 'changed'>,
  onDue: (now: Instant) => void,
): Disposable {
  let timer: Disposable | undefined;

  const schedule = (): void => {
    timer?.[Symbol.dispose]();
    timer = undefined;
    const due = Math.min(...states.all().map(nextDue));
    if (due === Infinity) return;
    timer = clock.after(Math.max(0, due - clock.now()), () => {
      onDue(clock.now());
      schedule();
    });
  };

  const changes = states.changed.on(schedule);
  return {
    [Symbol.dispose]: () => {
      changes[Symbol.dispose]();
      timer?.[Symbol.dispose]();
    },
  };
}
