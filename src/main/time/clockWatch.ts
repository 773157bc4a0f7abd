import { dateOf, dayAround } from '#core/agenda/agenda.ts';
import {
  type CalendarDate,
  createSignal,
  MINUTE,
  SECOND,
  type Instant,
  type Signal,
  type ZoneName,
} from '#base';
import type { Clock } from '../ports/clock.ts';
import type { Power } from '../ports/power.ts';

/** Why everything that depends on the time must be looked at again. */
export type ClockChange = 'resumed' | 'unlocked' | 'jumped' | 'newDay' | 'newZone';

export interface ClockWatch extends Disposable {
  readonly changed: Signal<ClockChange>;
  /** The wall clock shows another minute. */
  readonly minute: Signal<void>;
}

const BEAT_MS = 30 * SECOND;
/** More than any busy moment delays a timer, less than a user would notice in a reminder. */
const TOLERANCE_MS = 5 * SECOND;

/**
 * Detects changes that come without an event: the wall clock was set, the computer slept (some machines send no
 * `resume`), a day began, the computer's zone changed. Also listens for the unlocked screen.
 */
export function startClockWatch(clock: Clock, power: Power, viewerZone: () => ZoneName): ClockWatch {
  const changed = createSignal<ClockChange>();
  const minute = createSignal();
  using parts = new DisposableStack();
  let timer: Disposable | undefined;
  let day = { date: '', zone: '', from: 0, to: 0 };
  let last = look();

  /** The date in the viewer's zone. It is computed once a day, not with every beat. */
  function dateNow(now: Instant): CalendarDate {
    const zone = viewerZone();
    if (zone !== day.zone || now < day.from || now >= day.to)
      day = { date: dateOf(now, zone), zone, ...dayAround(now, zone) };
    return day.date;
  }

  function look() {
    const now = clock.now();
    return {
      now,
      monotonic: clock.monotonic(),
      zone: clock.zone(),
      isLocked: power.isLocked(),
      date: dateNow(now),
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
    if (isJump || isGap) changed.emit('jumped');
    else if (before.isLocked && !last.isLocked) changed.emit('unlocked');
    else if (last.zone !== before.zone) changed.emit('newZone');
    else if (last.date !== before.date) changed.emit('newDay');
    if (Math.floor(last.now / MINUTE) !== Math.floor(before.now / MINUTE)) minute.emit();
  };

  timer = clock.after(last.delay, beat);
  parts.defer(() => timer?.[Symbol.dispose]());
  const wake = (why: ClockChange) => (): void => {
    timer?.[Symbol.dispose]();
    last = look();
    timer = clock.after(last.delay, beat);
    changed.emit(why);
  };
  parts.use(power.onResume(wake('resumed')));
  parts.use(power.onUnlock(wake('unlocked')));
  const owned = parts.move();
  return { changed, minute, [Symbol.dispose]: () => owned.dispose() };
}
