import { timeUntil } from '#core/format/timeUntil.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { MeetingId } from '#core/keys.ts';
import { MINUTE, SECOND, type Instant } from '#base';
import { loudestOf } from '#core/reminders/loudnessOf.ts';
import type { Loudness } from '#core/reminders/reminderRules.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { Chimes } from './chimes.ts';
import { URGENCY } from './urgency.ts';

/** One notice for many meetings that are due at the same time. */
export interface ManyNotices extends Disposable {
  /** Whether this many more may be shown separately within this minute. */
  hasRoomFor(count: number): boolean;
  /** A notice was shown separately. */
  shown(meeting: MeetingId): void;
  /** Meetings shown separately within this minute. */
  recent(): readonly MeetingId[];
  /** Adds these to the shared notice, which is shown again. */
  put(entries: readonly Entry[]): void;
  /** The handle of an entry: disposing removes it; without entries the notice closes. */
  entry(meeting: MeetingId): Disposable;
}

/** A meeting in the shared notice. */
export interface Entry {
  readonly meeting: MeetingId;
  /** Null if the meeting is no longer in the calendar. */
  readonly occurrence: Occurrence | null;
  readonly loudness: Loudness;
}

/** Handlers of the shared notice; each receives its meetings. */
export interface ManyOutcome {
  readonly open: (meetings: readonly MeetingId[]) => void;
  readonly dismissed: (meetings: readonly MeetingId[]) => void;
  /** `loudness` of the entries added last. */
  readonly shown: (meetings: readonly MeetingId[], loudness: Loudness) => void;
  readonly failed: (meetings: readonly MeetingId[], reason: string) => void;
}

/**
 * This many notices within this time are shown separately. A little less than a minute: reminders come at whole minutes,
 * and those of the next minute must not count here if these came slightly late.
 */
const MOST = 3;
const WITHIN_MS = MINUTE - 5 * SECOND;

/**
 * Chooses the notices to merge: those of the feed with most, then of the next one, until the rest may be shown
 * separately. So a feed with hundreds of meetings does not hide the single meeting of another feed.
 */
export function chooseMany<T extends { readonly occurrence: Occurrence | null }>(
  all: readonly T[],
): readonly T[] {
  const ofFeeds = [...Map.groupBy(all, ({ occurrence }) => occurrence?.feedId ?? '').values()];
  ofFeeds.sort((one, other) => other.length - one.length);
  const chosen: T[] = [];
  for (const ofFeed of ofFeeds) {
    if (all.length - chosen.length < MOST && chosen.length > 1) break;
    chosen.push(...ofFeed);
  }
  return chosen;
}

/** “12 meetings begin now”: the title of the shared notice. It contains no meeting's title. */
export function manyTitle(occurrences: readonly (Occurrence | null)[], now: Instant): string {
  const count = occurrences.length;
  const starts = occurrences.map((one) => (one?.time.kind === 'timed' ? one.time.start : null));
  const known = starts.filter((start) => start !== null);
  if (known.length < count) return `${count} reminders`;
  const [first, last] = [Math.min(...known), Math.max(...known)];
  if (last <= now - MINUTE) return `${count} meetings began while you were away`;
  // A minute before the start is not “now”.
  if (first > now - MINUTE && last < now + MINUTE / 2) return `${count} meetings begin now`;
  if (first === last) return `${count} meetings begin in ${timeUntil(first, now)}`;
  if (first >= now + MINUTE / 2) return `${count} meetings begin soon`;
  if (last < now + MINUTE / 2) return `${count} meetings begin now or are on`;
  return first > now - MINUTE
    ? `${count} meetings begin now or soon`
    : `${count} meetings are on or begin soon`;
}

export function createManyNotices(
  {
    clock,
    notifier,
    chimes,
  }: {
    readonly clock: Pick<Clock, 'now' | 'monotonic'>;
    readonly notifier: Pick<Notifier, 'show'>;
    readonly chimes: Pick<Chimes, 'isSilent'>;
  },
  outcome: ManyOutcome,
): ManyNotices {
  let recent: readonly { readonly meeting: MeetingId | null; readonly at: number }[] = [];
  const entries = new Map<MeetingId, Entry>();
  let notice: Disposable | null = null;

  const prune = (): void => {
    const since = clock.monotonic() - WITHIN_MS;
    recent = recent.filter(({ at }) => at > since);
  };
  const meetings = (): readonly MeetingId[] => [...entries.keys()];
  const withdraw = (): void => {
    notice?.[Symbol.dispose]();
    notice = null;
  };

  return {
    hasRoomFor: (count) => {
      prune();
      return recent.length + count <= MOST;
    },
    shown: (meeting) => (recent = [...recent, { meeting, at: clock.monotonic() }]),
    recent: () => {
      prune();
      return recent.flatMap(({ meeting }) => meeting ?? []);
    },
    put: (added) => {
      withdraw();
      for (const entry of added) entries.set(entry.meeting, entry);
      const isAlone = (meeting: MeetingId | null): boolean => meeting !== null && !entries.has(meeting);
      recent = [
        ...recent.filter(({ meeting }) => isAlone(meeting)),
        { meeting: null, at: clock.monotonic() },
      ];
      // Earlier entries have sounded, but keep their urgency.
      const heard = loudestOf(added.map(({ loudness }) => loudness));
      const open = { label: 'Show them', run: () => outcome.open(meetings()) };
      notice = notifier.show({
        id: null,
        title: manyTitle(
          [...entries.values()].map(({ occurrence }) => occurrence),
          clock.now(),
        ),
        body: 'Open the list to see them all.',
        isSilent: chimes.isSilent(heard),
        urgency: URGENCY[loudestOf([...entries.values()].map(({ loudness }) => loudness))],
        actions: [open],
        onClick: open.run,
        onDismissed: () => outcome.dismissed(meetings()),
        onShown: () => outcome.shown(meetings(), heard),
        onFailed: (reason) => outcome.failed(meetings(), reason),
      });
    },
    entry: (meeting) => ({
      [Symbol.dispose]: () => {
        if (entries.delete(meeting) && entries.size === 0) withdraw();
      },
    }),
    [Symbol.dispose]: withdraw,
  };
}
