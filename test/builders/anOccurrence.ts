import { occurrenceKey } from '#core/keys.ts';
import { type Occurrence } from '#core/agenda/occurrence.ts';
import { MINUTE, type Instant } from '#base';

/** An ISO instant as ms. */
export const at = (iso: string): Instant => Date.parse(iso);

/** What a test wants to say of an occurrence; the rest is plain. */
export type OccurrenceWish = Partial<Omit<Occurrence, 'time'>> & {
  /** ISO instant. */
  readonly start?: string;
  readonly minutes?: number;
  /** First date and the date after the last. */
  readonly allDay?: readonly [string, string];
};

/** A confirmed meeting of one hour, at noon on 20 November 2026 unless the test says otherwise. */
export function anOccurrence(wish: OccurrenceWish = {}): Occurrence {
  const { start = '2026-11-20T12:00:00Z', minutes = 60, allDay, ...rest } = wish;
  const uid = rest.uid ?? `uid-${rest.title ?? 'meeting'}`;
  const feedId = rest.feedId ?? 'feed';
  const originalStart = rest.originalStart ?? allDay?.[0] ?? new Date(start).toISOString();
  const key = occurrenceKey(feedId, uid, originalStart);
  return {
    key,
    feedId,
    feedName: 'Feed',
    sources: [{ key, feedId, feedName: rest.feedName ?? 'Feed' }],
    uid,
    originalStart,
    title: 'Meeting',
    time: allDay
      ? { kind: 'allDay', start: allDay[0], end: allDay[1] }
      : { kind: 'timed', start: at(start), end: at(start) + minutes * MINUTE },
    zone: allDay ? null : 'UTC',
    status: 'confirmed',
    isDeclined: false,
    skipped: null,
    isShown: true,
    isAnnounced: true,
    silencedBy: null,
    isRecurring: false,
    isMoved: false,
    isWeekUnknown: false,
    isRemembered: false,
    week: null,
    rhythm: null,
    phrase: null,
    doubts: [],
    statement: null,
    attendance: null,
    organizer: null,
    ownReply: null,
    answerKey: null,
    community: null,
    communityName: null,
    recorded: null,
    description: { format: 'text', content: '' },
    location: '',
    joinLinks: [],
    roomChosenAt: null,
    roomFlags: [],
    versions: null,
    links: { agenda: null, notes: null, recordings: null, chat: null, mailingList: null, page: null },
    ...rest,
  };
}
