/** What happens to a calendar and to a computer in a year: by chance, and the same in each run. */
import { DateTime } from 'luxon';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { anOccurrence } from '../builders/anOccurrence.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One meeting and the one change that may happen to it. Instants in ms. */
export interface Meeting {
  readonly title: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly occurrence: Occurrence;
  readonly change: null | {
    /** In true time. */
    readonly at: number;
    readonly what: 'moved' | 'cancelled' | 'removed' | 'renamed';
    /** As it is then; null where it is gone. */
    readonly occurrence: Occurrence | null;
  };
  /** Its week is not known: it may be on, or not. */
  readonly isMaybe: boolean;
}

const HOME_ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
] as const;

/** The dates of some series over a year; wall time is kept in each series' own zone. */
export function meetingsOfYear(
  year: number,
  seriesCount: number,
  daysApart: readonly number[],
  random: () => number,
): Meeting[] {
  const meetings: Meeting[] = [];
  for (let series = 0; series < seriesCount; series += 1) {
    const zone = HOME_ZONES[Math.floor(random() * HOME_ZONES.length)] ?? 'UTC';
    const hour = Math.floor(random() * 24);
    const minute = Math.floor(random() * 12) * 5;
    const length = [0, 15, 30, 60, 90, 120][Math.floor(random() * 6)] ?? 60;
    const everyDays = daysApart[Math.floor(random() * daysApart.length)] ?? 28;
    let day = DateTime.fromObject({ year, month: 1, day: 2 }, { zone }).plus({
      days: Math.floor(random() * everyDays),
    });
    for (; day.year === year; day = day.plus({ days: everyDays })) {
      const start = day.set({ hour, minute }).toMillis();
      meetings.push(aMeeting(`S${series} ${day.toISODate()}`, `series-${series}`, start, length, random));
    }
  }
  return meetings.toSorted((a, b) => a.start - b.start);
}

function aMeeting(title: string, uid: string, start: number, minutes: number, random: () => number): Meeting {
  const wish = { title, uid, minutes, isRecurring: true };
  const occurrence = anOccurrence({ ...wish, start: new Date(start).toISOString() });
  const end = start + minutes * MINUTE;
  const dice = random();
  if (dice > 0.2) {
    const isMaybe = dice < 0.3;
    const dated = { ...occurrence, isWeekUnknown: isMaybe };
    return { title, key: occurrence.key, start, end, occurrence: dated, change: null, isMaybe };
  }
  // Most changes come when people look at the calendar: shortly before.
  const at = start - Math.floor(random() ** 2 * 3 * DAY) - 1;
  const shift = (Math.floor(random() * 48) - 16) * 15 * MINUTE || HOUR;
  const what = dice < 0.08 ? 'moved' : dice < 0.13 ? 'cancelled' : dice < 0.17 ? 'removed' : 'renamed';
  const after = {
    moved: {
      ...occurrence,
      isMoved: true,
      time: { kind: 'timed' as const, start: start + shift, end: end + shift },
    },
    cancelled: { ...occurrence, status: 'cancelled' as const },
    removed: null,
    renamed: anOccurrence({ ...wish, uid: `${uid}-split`, start: new Date(start).toISOString() }),
  }[what];
  return {
    title,
    key: occurrence.key,
    start,
    end,
    occurrence,
    change: { at, what, occurrence: after },
    isMaybe: false,
  };
}

/** What a user does without being asked, in true time: looks into a room days ahead, joins, or skips a meeting. */
export interface Deed {
  readonly at: number;
  readonly what: 'looksEarly' | 'joins' | 'skips';
  /** From 0 to 1: which of the meetings that it may be. */
  readonly which: number;
}

/** One deed each five hours or so. */
export function deedsOfYear(from: number, to: number, random: () => number): Deed[] {
  const all: Deed[] = [];
  for (let at = from; at < to;) {
    at += Math.floor((1 + random() * 8) * HOUR) + 3;
    const dice = random();
    const what = dice < 0.4 ? 'looksEarly' : dice < 0.75 ? 'joins' : 'skips';
    all.push({ at, what, which: random() });
  }
  return all;
}

/** Something that happens to the computer, in true time. */
export type Disturbance =
  | { readonly kind: 'sleep'; readonly at: number; readonly length: number; readonly tellsSo: boolean }
  | { readonly kind: 'quit'; readonly at: number; readonly length: number }
  | { readonly kind: 'kill'; readonly at: number; readonly length: number }
  | { readonly kind: 'killAfterSteps'; readonly at: number; readonly steps: number }
  | { readonly kind: 'clock'; readonly at: number; readonly error: number };

/** Nights and breaks asleep, ends and kills of the app, a clock that is wrong for some hours. */
export function disturbancesOfYear(from: number, to: number, random: () => number): Disturbance[] {
  const all: Disturbance[] = [];
  for (let time = from; time < to;) {
    time += (0.2 + random() * 3) * HOUR;
    const at = Math.floor(time) + 1;
    const dice = random();
    if (dice < 0.75) {
      const length = Math.floor(dice < 0.55 ? (8 + random() * 16) * HOUR : random() * HOUR) + MINUTE;
      all.push({ kind: 'sleep', at, length, tellsSo: random() < 0.8 });
      time += length;
    } else if (dice < 0.79) all.push({ kind: 'quit', at, length: Math.floor(random() * 3 * HOUR) });
    else if (dice < 0.83) all.push({ kind: 'kill', at, length: Math.floor(random() * 10 * MINUTE) });
    else if (dice < 0.95) all.push({ kind: 'killAfterSteps', at, steps: Math.floor(random() * 12) });
    else {
      const error = Math.floor((random() - 0.5) * 6 * HOUR);
      all.push({ kind: 'clock', at, error });
      time += random() * 5 * HOUR;
      all.push({ kind: 'clock', at: Math.floor(time) + 2, error: 0 });
    }
  }
  return all;
}
