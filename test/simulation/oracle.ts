/**
 * What must have been announced, by brute force: at any moment every meeting near it is looked at by itself, from the
 * calendar, the rules and what the screen has shown. Nothing here is shared with the app.
 */
import { DateTime } from 'luxon';
import type { Meeting } from './world.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface OracleRules {
  readonly leadMinutes: readonly number[];
  readonly nag: boolean;
  /** Wall times of the viewer's zone, over midnight. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
}

/** The moment that is judged. Times in ms. */
export interface Moment {
  readonly trueTime: number;
  readonly wallTime: number;
}

/** What the user and the screen did with one meeting at one start. */
interface Past {
  /** By the instant that was announced: when it was shown (true time), and how often with and without a sound. */
  readonly shown: Map<number, { first: number; loud: number; all: number }>;
  isDone: boolean;
  /** The user skipped it, or said that it is not on. */
  isOut: boolean;
  snoozedUntil: number;
  /** As long as the snooze holds; putting away ends it. */
  silentUntil: number;
  /** A kill came so soon after what the user did that nobody can know whether it was kept. */
  isUnsure: boolean;
}

export class Oracle {
  readonly faults: string[] = [];
  counts = {
    shown: 0,
    late: 0,
    changes: 0,
    checks: 0,
    quietAgain: 0,
    missed: 0,
    skips: 0,
    answers: 0,
  };
  /** From when (true time) the app could know what it knows, and how long it may take from then (ms). */
  readyFrom = { at: -Infinity, tolerance: 0 };
  /** Kills so far, true time. */
  readonly kills: number[] = [];
  readonly #meetings: readonly Meeting[];
  readonly #rules: OracleRules;
  readonly #zone: string;
  readonly #past = new Map<string, Map<number, Past>>();
  readonly #byTitle: ReadonlyMap<string, Meeting>;
  readonly #told = new Map<string, number>();
  /** Meetings that a running app has had in its plan for sure. */
  readonly #seen = new Set<Meeting>();
  /** Meetings without a change that a running app has had in its plan for sure. */
  readonly #planned = new Set<Meeting>();
  #lastQuiet = -Infinity;
  #lastWrongClock = -Infinity;

  constructor(meetings: readonly Meeting[], rules: OracleRules, zone: string) {
    this.#meetings = meetings;
    this.#rules = rules;
    this.#zone = zone;
    this.#byTitle = new Map(meetings.map((meeting) => [meeting.title, meeting]));
  }

  /** The calendar's present word on a meeting; null where it takes place no more. */
  static span({ start, end, change }: Meeting, trueTime: number): { start: number; end: number } | null {
    if (change === null || trueTime < change.at || change.what === 'renamed') return { start, end };
    const time = change.what === 'moved' ? change.occurrence?.time : undefined;
    return time?.kind === 'timed' ? { start: time.start, end: time.end } : null;
  }

  isQuiet(wallTime: number): boolean {
    const { quiet } = this.#rules;
    if (quiet === null) return false;
    const clock = DateTime.fromMillis(wallTime, { zone: this.#zone }).toFormat('HH:mm');
    return clock >= quiet.from || clock < quiet.to;
  }

  #pastOf(title: string, start: number): Past {
    let ofMeeting = this.#past.get(title);
    if (!ofMeeting) this.#past.set(title, (ofMeeting = new Map()));
    let past = ofMeeting.get(start);
    if (!past) {
      past = {
        shown: new Map(),
        isDone: false,
        isOut: false,
        snoozedUntil: -Infinity,
        silentUntil: -Infinity,
        isUnsure: false,
      };
      ofMeeting.set(start, past);
    }
    return past;
  }

  /** The instant that must have been announced last; null where nothing must. */
  #target(past: Past, { start, end }: { start: number; end: number }, wallTime: number): number | null {
    const useful = Math.max(end, start + 5 * MINUTE);
    if (wallTime >= useful || past.isDone || past.isOut || wallTime < past.silentUntil) return null;
    const instants = this.#rules.leadMinutes.map((minutes) => start - minutes * MINUTE);
    if (past.snoozedUntil < useful) instants.push(past.snoozedUntil);
    if (this.#rules.nag && wallTime >= start)
      instants.push(start + Math.floor((wallTime - start) / MINUTE) * MINUTE);
    const passed = instants.filter((instant) => instant <= wallTime && instant > -Infinity);
    return passed.length === 0 ? null : Math.max(...passed);
  }

  /** When the app could show it at the earliest (true time), and how long it may take from then. */
  #ready(
    meeting: Meeting,
    target: number,
    { trueTime, wallTime }: Moment,
  ): { at: number; tolerance: number } {
    const reached = { at: trueTime - (wallTime - target), tolerance: SECOND };
    const others = [this.readyFrom];
    if (meeting.change !== null && meeting.change.at <= trueTime)
      others.push({ at: meeting.change.at, tolerance: SECOND });
    const { quiet } = this.#rules;
    if (quiet !== null) {
      const [hour = 0, minute = 0] = quiet.to.split(':').map(Number);
      const end = DateTime.fromMillis(wallTime, { zone: this.#zone })
        .set({ hour, minute, second: 0, millisecond: 0 })
        .toMillis();
      if (end <= wallTime) others.push({ at: trueTime - (wallTime - end), tolerance: SECOND });
    }
    // Two things at once: the later one counts, with the patience that it deserves.
    return others.reduce(
      (latest, one) => (one.at + one.tolerance > latest.at + latest.tolerance ? one : latest),
      reached,
    );
  }

  /** A reminder came on the screen. */
  shown(title: string, isSilent: boolean, moment: Moment): void {
    const meeting = this.#byTitle.get(title);
    const span = meeting === undefined ? null : Oracle.span(meeting, moment.trueTime);
    if (meeting === undefined || span === null) return this.#fault(title, moment, 'shown though it is off');
    const past = this.#pastOf(title, span.start);
    this.counts.shown += 1;
    if (past.isUnsure) return;
    const target = this.#target(past, span, moment.wallTime);
    if (target === null) return this.#fault(title, moment, 'shown though nothing is due');
    const isAsked = target === past.snoozedUntil;
    if (!isAsked && this.isQuiet(moment.wallTime)) this.#fault(title, moment, 'shown in quiet hours');
    const ready = this.#ready(meeting, target, moment);
    if (moment.trueTime - ready.at > ready.tolerance)
      this.#fault(title, moment, `${moment.trueTime - ready.at} ms late`);
    if (ready.tolerance > SECOND) this.counts.late += 1;
    const before = past.shown.get(target) ?? { first: moment.trueTime, loud: 0, all: 0 };
    const now = { first: before.first, loud: before.loud + (isSilent ? 0 : 1), all: before.all + 1 };
    past.shown.set(target, now);
    if (now.loud > 1) this.#fault(title, moment, 'sounded twice');
    if (now.all > 1) {
      this.counts.quietAgain += 1;
      const wasKilled = this.kills.some((kill) => kill >= before.first && kill - before.first <= 5 * SECOND);
      if (!wasKilled) this.#fault(title, moment, 'shown twice');
    }
  }

  /** A change was told. */
  told(title: string, what: string, moment: Moment): void {
    const meeting = this.#byTitle.get(title);
    this.counts.changes += 1;
    if (meeting?.change?.what !== what || meeting.change.at > moment.trueTime)
      return this.#fault(title, moment, `told of a change that did not happen (${what})`);
    const first = this.#told.get(title);
    if (first === undefined) this.#told.set(title, moment.trueTime);
    else if (!this.kills.some((kill) => kill >= first && kill - first <= 5 * SECOND))
      this.#fault(title, moment, `told twice (${what})`);
  }

  joined(title: string, moment: Moment): void {
    this.#now(title, moment, (past, start) => {
      // A look into the room before that silences nothing.
      past.isDone ||= start - moment.wallTime <= 2 * MINUTE;
    });
  }

  dismissed(title: string, moment: Moment): void {
    this.#now(title, moment, (past, start) => {
      past.isDone ||= moment.wallTime >= start;
      past.silentUntil = -Infinity;
    });
  }

  snoozed(title: string, moment: Moment): void {
    this.#now(title, moment, (past, start, end) => {
      const last = Math.max(end, start + 5 * MINUTE) - MINUTE;
      const until = Math.min(moment.wallTime + 5 * MINUTE, last);
      if (until > moment.wallTime) [past.snoozedUntil, past.silentUntil] = [until, until];
    });
  }

  skipped(title: string, moment: Moment): void {
    this.counts.skips += 1;
    this.#now(title, moment, (past) => (past.isOut = true));
  }

  /** The user said whether a maybe is on. One that is on goes on to be announced: saying so is not joining. */
  answered(title: string, isOn: boolean, moment: Moment): void {
    this.counts.answers += 1;
    if (!isOn) this.#now(title, moment, (past) => (past.isOut = true));
  }

  /** A reminder of the start was written down as raised, whether or not it came to the screen. */
  raised(title: string, start: number, moment: Moment): void {
    const past = this.#past.get(title)?.get(start);
    if (past?.isUnsure === false && (past.isDone || past.isOut))
      this.#fault(title, moment, 'raised though the user is done with it');
  }

  /**
   * What the app says was slept through, while it runs and its clock was right for days. A meeting without change that
   * was planned, of which nothing was shown, and that is over, must be there.
   */
  checkMissed(missed: ReadonlySet<string>, moment: Moment): void {
    const { trueTime, wallTime } = moment;
    if (this.#rules.quiet !== null || trueTime - this.#lastWrongClock < 8 * DAY) return;
    if (trueTime < this.readyFrom.at + this.readyFrom.tolerance + MINUTE) return;
    for (const meeting of this.#near(trueTime - 1.4 * DAY)) {
      const { change, start, end, title } = meeting;
      const useful = Math.max(end, start + 5 * MINUTE);
      if (change !== null || wallTime < useful + MINUTE || wallTime - start > 2.8 * DAY) continue;
      const past = this.#pastOf(title, start);
      if (!this.#planned.has(meeting) || past.isUnsure || past.isDone || past.isOut) continue;
      if (past.shown.size > 0 || past.snoozedUntil > -Infinity) continue;
      this.counts.missed += 1;
      if (!missed.has(title)) this.#fault(title, moment, 'slept through and not told');
    }
  }

  unsure(title: string, moment: Moment): void {
    this.#now(title, moment, (past) => (past.isUnsure = true));
  }

  #now(title: string, moment: Moment, change: (past: Past, start: number, end: number) => unknown): void {
    const meeting = this.#byTitle.get(title);
    const span = meeting === undefined ? null : Oracle.span(meeting, moment.trueTime);
    if (span !== null) change(this.#pastOf(title, span.start), span.start, span.end);
  }

  /** Looks at every meeting near, while the app runs and the computer is awake. */
  check(moment: Moment, isClockRight: boolean): void {
    const { trueTime, wallTime } = moment;
    this.counts.checks += 1;
    const isQuiet = this.isQuiet(wallTime);
    if (isQuiet) this.#lastQuiet = trueTime;
    for (const meeting of this.#near(trueTime)) {
      const span = Oracle.span(meeting, trueTime);
      if (!isClockRight) this.#lastWrongClock = trueTime;
      else if (trueTime > this.readyFrom.at + this.readyFrom.tolerance)
        this.#checkChange(meeting, moment, isQuiet);
      if (span === null || wallTime < span.start - DAY || wallTime > span.end + DAY) continue;
      const past = this.#pastOf(meeting.title, span.start);
      const target = this.#target(past, span, wallTime);
      if (target === null || past.isUnsure || past.shown.has(target)) continue;
      if (isQuiet && target !== past.snoozedUntil) continue;
      const ready = this.#ready(meeting, target, moment);
      if (trueTime - ready.at > ready.tolerance)
        this.#fault(meeting.title, moment, `missing for ${trueTime - ready.at} ms`);
    }
  }

  /** A change must have been told of a meeting that had been planned; where it was close, nothing is claimed. */
  #checkChange(meeting: Meeting, { trueTime, wallTime }: Moment, isQuiet: boolean): void {
    const { change, start, title } = meeting;
    const longest = Math.max(...this.#rules.leadMinutes) * MINUTE;
    if (change === null && start - longest - trueTime < 47 * HOUR && trueTime < start - longest - MINUTE)
      this.#planned.add(meeting);
    if (change === null || trueTime < change.at) {
      if (start - longest - trueTime < 47 * HOUR && trueTime < start - longest - MINUTE)
        this.#seen.add(meeting);
      return;
    }
    if (!this.#seen.has(meeting) || isQuiet || this.#told.has(title) || change.what === 'renamed') return;
    const past = this.#pastOf(title, start);
    if (past.isDone || past.isUnsure || trueTime - this.#lastQuiet < MINUTE) return;
    // A clock that was wrong at that time may have had it far away.
    if (trueTime - change.at < 2 * SECOND || change.at < this.#lastWrongClock + 5 * MINUTE) return;
    const limit = change.what === 'moved' ? DAY : 2 * HOUR;
    const moved = Oracle.span(meeting, trueTime);
    // Who joined at the new time, or put it away, knows.
    if (moved !== null && this.#pastOf(title, moved.start).isDone) return;
    const first = Math.min(start, moved?.start ?? start);
    if (first - change.at > limit - MINUTE || wallTime > first - MINUTE) return;
    // Found by the first look after the change; later ones do not change their mind.
    if (first - wallTime > limit - MINUTE) return;
    this.#fault(title, { trueTime, wallTime }, `not told that it is ${change.what}`);
    this.#told.set(title, trueTime);
  }

  /** Meetings that could matter now; they may have been moved by half a day. */
  *#near(trueTime: number): Generator<Meeting> {
    const [from, to] = [trueTime - 1.5 * DAY, trueTime + 3 * DAY];
    let [low, high] = [0, this.#meetings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#meetings[middle]?.start ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < this.#meetings.length; index += 1) {
      const meeting = this.#meetings[index];
      if (meeting === undefined || meeting.start > to) return;
      yield meeting;
    }
  }

  #fault(title: string, { trueTime, wallTime }: Moment, what: string): void {
    const iso = (ms: number): string => new Date(ms).toISOString();
    const clock = trueTime === wallTime ? '' : ` (its clock says ${iso(wallTime)})`;
    this.faults.push(`${iso(trueTime)}${clock} ${title}: ${what}`);
  }
}
