import { dateOf } from '#core/agenda/agenda.ts';
import { createSignal, MINUTE, SECOND, type Signal, type ZoneName } from '#base';
import type { Clock, Power } from '../ports/ports.ts';

/** Why everything that depends on the time must be looked at again. */
export type Wake = 'resumed' | 'unlocked' | 'jumped' | 'newDay' | 'newZone';

export interface Heartbeat extends Disposable {
  readonly woke: Signal<Wake>;
  /** The wall clock shows another minute. */
  readonly minute: Signal<void>;
}

const BEAT_MS = 30 * SECOND;
/** More than any busy moment delays a timer, less than anybody would notice in a reminder. */
const TOLERANCE_MS = 5 * SECOND;

/**
 * Notices what no event tells: the wall clock was set, the computer slept without saying so (some machines send
 * no resume), the screen was unlocked, a day began, the computer's zone changed.
 */
export function startHeartbeat(clock: Clock, power: Power, viewerZone: () => ZoneName): Heartbeat {
  const woke = createSignal<Wake>();
  const minute = createSignal();
  using parts = new DisposableStack();
  let timer: Disposable | undefined;
  let last = look();

  function look() {
    const now = clock.now();
    return {
      now,
      monotonic: clock.monotonic(),
      zone: clock.zone(),
      isLocked: power.isLocked(),
      date: dateOf(now, viewerZone()),
      delay: BEAT_MS - (now % BEAT_MS),
    };
  }

  const beat = (): void => {
    const before = last;
    last = look();
    timer = clock.after(last.delay, beat);
    const passed = last.monotonic - before.monotonic;
    const isJump = Math.abs(last.now - before.now - passed) > TOLERANCE_MS;
    const isGap = passed - before.delay > TOLERANCE_MS;
    if (isJump || isGap) woke.emit('jumped');
    else if (before.isLocked && !last.isLocked) woke.emit('unlocked');
    else if (last.zone !== before.zone) woke.emit('newZone');
    else if (last.date !== before.date) woke.emit('newDay');
    if (Math.floor(last.now / MINUTE) !== Math.floor(before.now / MINUTE)) minute.emit();
  };

  timer = clock.after(last.delay, beat);
  parts.defer(() => timer?.[Symbol.dispose]());
  const wake = (why: Wake) => (): void => {
    timer?.[Symbol.dispose]();
    last = look();
    timer = clock.after(last.delay, beat);
    woke.emit(why);
  };
  parts.use(power.onResume(wake('resumed')));
  parts.use(power.onUnlock(wake('unlocked')));
  const owned = parts.move();
  return { woke, minute, [Symbol.dispose]: () => owned.dispose() };
}
