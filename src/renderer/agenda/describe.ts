import { timeUntil } from '#core/format/timeUntil.ts';
import { recordedLabel } from '#core/agenda/recordedLabel.ts';
import { dateOf, endOf, hasEnded, isRunning, startOf } from '#core/agenda/agenda.ts';
import { shiftWords } from '#core/agenda/dstNotices.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import { clockShift } from '#core/agenda/clockShift.ts';
import { clockTime, dayHeading, longWeekday, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import type { Occurrence, RoomFlag } from '#core/agenda/occurrence.ts';
import type { Visit } from '#core/join/roomVisit.ts';
import { DAY, HOUR, MINUTE, type Instant, type ZoneName } from '#base';
import { texts } from './texts.ts';

/** With a capital first letter, for the beginning of a line. */
export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1);

/** What the agenda shows of an occurrence at one moment. Pure; all times in ms. */

/** `ends in 9 min`, `in 12 min` (today only) or `ended`; empty if the date is enough, or the meeting is off. */
export function stateWords(occurrence: Occurrence, now: Instant, zone: ZoneName): string {
  if (occurrence.status === 'cancelled' || occurrence.skipped !== null || occurrence.time.kind === 'allDay')
    return '';
  if (isRunning(occurrence, now, zone)) return texts.endsInTime(timeUntil(endOf(occurrence, zone), now));
  if (hasEnded(occurrence, now, zone)) return texts.ended;
  const start = startOf(occurrence, zone);
  // Most rows of a long list: reading a date costs more.
  if (start - now > 2 * DAY) return '';
  return dateOf(start, zone) === dateOf(now, zone) ? texts.inTime(timeUntil(start, now)) : '';
}

/** As {@link stateWords}, but without minutes: a name that changes under the focus is read out again. */
export function lastingState(occurrence: Occurrence, now: Instant, zone: ZoneName): string {
  if (occurrence.status === 'cancelled' || occurrence.skipped !== null || occurrence.time.kind === 'allDay')
    return '';
  if (isRunning(occurrence, now, zone)) return texts.onNow;
  return hasEnded(occurrence, now, zone) ? texts.ended : '';
}

/** `It begins on Wednesday at 18:00`: when a future meeting begins. */
export function beginsWords(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  const start = startOf(occurrence, format.zone);
  const date = dateOf(start, format.zone);
  if (date === dateOf(now, format.zone)) return texts.beginsIn(timeUntil(start, now));
  const day = dayHeading(date, now, format);
  const isNear = start - now < 6 * DAY;
  const words =
    day === 'Tomorrow'
      ? texts.tomorrow
      : texts.onDay(isNear ? longWeekday(start, format) : shortDay(start, format));
  return texts.beginsAt(words, clockTime(start, format));
}

/** A row's emphasis. */
export type Tone = 'now' | 'soon' | 'over' | 'later';

/** Running and imminent meetings are strong, past ones faint. */
export function rowTone(occurrence: Occurrence, now: Instant, zone: ZoneName): Tone {
  if (hasEnded(occurrence, now, zone)) return 'over';
  if (occurrence.status === 'cancelled' || occurrence.skipped !== null || occurrence.time.kind === 'allDay')
    return 'later';
  if (isRunning(occurrence, now, zone)) return 'now';
  return startOf(occurrence, zone) - now <= 15 * MINUTE ? 'soon' : 'later';
}

/** Progress of the last hour before the start, or of the meeting itself: 0 to 1. */
export function progress(occurrence: Occurrence, now: Instant, zone: ZoneName): number {
  const [start, end] = [startOf(occurrence, zone), endOf(occurrence, zone)];
  const done = isRunning(occurrence, now, zone) ? (now - start) / (end - start) : 1 - (start - now) / HOUR;
  return Math.min(1, Math.max(0, done));
}

/** Minutes before the start at which a screen reader announces it. */
const SPOKEN_MINUTES = [1, 2, 5, 10, 15, 30, 60];

/** What a screen reader hears. The text changes only at each of the SPOKEN_MINUTES. */
export function spokenState(occurrence: Occurrence, now: Instant, zone: ZoneName): string {
  const { title } = occurrence;
  const isMaybe = occurrence.isWeekUnknown || isUnconfirmed(occurrence);
  if (isRunning(occurrence, now, zone)) return texts.spokenNow(title, isMaybe);
  const left = startOf(occurrence, zone) - now;
  const step = SPOKEN_MINUTES.find((minutes) => left <= minutes * MINUTE);
  if (step === undefined) return texts.spokenNext(title);
  return texts.spokenStart(title, step, isMaybe);
}

/** A short fact about an occurrence. */
export interface Mark {
  readonly kind:
    | 'cancelled'
    | 'moved'
    | 'tentative'
    | 'declined'
    | 'week'
    | 'unconfirmed'
    | 'sources'
    | 'room'
    | 'clock'
    | 'clash'
    | 'recorded'
    | 'joined'
    | 'skipped'
    | 'paused'
    | 'opened'
    | 'days'
    | 'note';
  readonly label: string;
  /** The fact as a sentence. */
  readonly meaning: string;
  readonly tone: 'neutral' | 'accent' | 'warn' | 'danger';
}

/** Flags that get a badge in a row; the details show all. */
const isForRows = ({ kind }: RoomFlag): boolean => kind === 'shared' || kind === 'changed';

/**
 * Badges for warnings about a room, each kind once.
 * @param isShort only those that matter at a glance
 */
export function roomMarks({ roomFlags }: Pick<Occurrence, 'roomFlags'>, isShort: boolean): Mark[] {
  const flags = isShort ? roomFlags.filter(isForRows) : roomFlags;
  const byKind = Map.groupBy(flags, ({ kind }) => kind);
  return [...byKind].map(([kind, same]) => ({
    kind: 'room',
    label: texts.roomLabels[kind],
    meaning: `${same.map(({ text }) => text).join('. ')}.`,
    tone: 'warn',
  }));
}

/**
 * The facts that get a badge, most important first.
 * @param clashes the meetings at the same time; empty for no badge
 * @param zone the viewer's; null for no badge about a shifted time
 */
export function marksOf(
  occurrence: Occurrence,
  clashes: readonly Occurrence[] = [],
  zone: ZoneName | null = null,
): Mark[] {
  const marks: Mark[] = [];
  if (occurrence.status === 'cancelled')
    return [{ kind: 'cancelled', label: texts.cancelled, meaning: texts.cancelledMeaning, tone: 'danger' }];
  if (occurrence.skipped !== null)
    marks.push({
      kind: 'skipped',
      label: texts.skipped,
      meaning: texts.skippedMeaning,
      tone: 'neutral',
    });
  if (occurrence.silencedBy?.kind === 'paused')
    marks.push({ kind: 'paused', label: texts.paused, meaning: texts.pausedMeaning, tone: 'neutral' });
  if (occurrence.isWeekUnknown)
    marks.push({
      kind: 'week',
      label: texts.maybe,
      meaning: texts.maybeMeaning,
      tone: 'warn',
    });
  if (isUnconfirmed(occurrence))
    marks.push({
      kind: 'unconfirmed',
      label: texts.unconfirmed,
      meaning: texts.unconfirmedMeaning,
      tone: 'warn',
    });
  if (occurrence.status === 'tentative')
    marks.push({ kind: 'tentative', label: texts.tentative, meaning: texts.tentativeMeaning, tone: 'warn' });
  if (occurrence.isDeclined)
    marks.push({
      kind: 'declined',
      label: texts.declined,
      meaning: texts.declinedMeaning,
      tone: 'neutral',
    });
  if (occurrence.isMoved)
    marks.push({
      kind: 'moved',
      label: texts.moved,
      meaning: texts.movedMeaning,
      tone: 'warn',
    });
  if (occurrence.versions !== null && occurrence.versions.chosenAt === null)
    marks.push({
      kind: 'sources',
      label: texts.whichTime,
      meaning: texts.whichTimeMeaning,
      tone: 'warn',
    });
  const shift = zone === null ? null : clockShift(occurrence, zone);
  if (shift !== null) {
    const label = shiftWords(shift.minutes);
    const meaning = texts.shiftMeaning(label);
    marks.push({ kind: 'clock', label, meaning, tone: 'warn' });
  }
  if (clashes.length > 0)
    marks.push({
      kind: 'clash',
      label: texts.clash,
      meaning: texts.clashMeaning(clashes.map((other) => other.title)),
      tone: 'neutral',
    });
  const label = recordedLabel(occurrence);
  if (label !== null) {
    marks.push({ kind: 'recorded', label, meaning: texts.recordedMeaning(label), tone: 'neutral' });
  }
  return marks;
}

/** A badge for a room that the user joined or opened through this app; none without a visit. */
export function visitMarks(visit: Visit | null, format: TimeFormat): Mark[] {
  if (visit === null) return [];
  const at = clockTime(visit.at, format);
  return visit.kind === 'joined'
    ? [{ kind: 'joined', label: texts.joined, meaning: texts.joinedMeaning(at), tone: 'accent' }]
    : [{ kind: 'opened', label: texts.opened(at), meaning: texts.openedMeaning(at), tone: 'neutral' }];
}

/** The label of a button that opens a room: `Join Zoom`, or `Back to Zoom` after a visit. */
export const joinWords = (visit: Visit | null, name: string): string =>
  visit === null ? texts.join(name) : texts.backTo(name);
