import { expect, test } from 'vitest';
import { missingOf, rememberedMeetings, withMore, type KeptFacts } from '#core/agenda/rememberedMeetings.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import type { PastMeeting } from '#core/reminders/pastMeetings.ts';
import type { StoryEvent } from '#core/reminders/meetingStory.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const now = at('2026-11-24T15:51:00Z');
const names = new Map([['team', 'Team']]);
const key = 'team|standup|2026-11-10T09:00:00.000Z';

const note = (wish: Partial<NoteSummary> = {}): NoteSummary => ({
  path: '2026-11-10 Stand-up.md',
  title: 'Stand-up',
  occurrenceKey: key,
  start: '2026-11-10T09:00:00.000Z',
  series: 'team|standup',
  modified: 0,
  isPinned: false,
  tags: [],
  excerpt: '',
  ...wish,
});
const event = (wish: Partial<StoryEvent>): StoryEvent => ({
  at: at('2026-11-10T08:50:00Z'),
  kind: 'shown',
  what: 'before',
  number: 10,
  why: null,
  until: null,
  ...wish,
});
const announced = (wish: Partial<PastMeeting> = {}): PastMeeting => ({
  occurrenceKey: key,
  title: 'Stand-up',
  start: at('2026-11-10T09:00:00Z'),
  isAllDay: false,
  happened: [event({})],
  ...wish,
});
const remember = (facts: Partial<KeptFacts>) =>
  rememberedMeetings({ notes: [], transcripts: [], past: [], ...facts }, names, now, 'Europe/Berlin');

test('a note, a transcript and the ledger remember one meeting once, at the time the ledger knows', () => {
  const [one, ...others] = remember({
    notes: [note()],
    transcripts: [{ occurrenceKey: key, title: 'Captions', path: 'a.json', date: null, videoUrl: null }],
    past: [announced({ start: at('2026-11-10T10:30:00Z') })],
  });
  expect(others).toEqual([]);
  expect(one).toMatchObject({ key, title: 'Stand-up', feedName: 'Team', isRemembered: true });
  expect(one?.time).toEqual({
    kind: 'timed',
    start: at('2026-11-10T10:30:00Z'),
    end: at('2026-11-10T10:30:00Z'),
  });
});

test('a note of a removed calendar is enough, also for a whole day', () => {
  const trip = note({ occurrenceKey: 'gone|trip|2026-10-05', start: '2026-10-05', title: 'Offsite' });
  expect(remember({ notes: [trip] })).toMatchObject([
    { feedName: '', title: 'Offsite', time: { kind: 'allDay', start: '2026-10-05', end: '2026-10-06' } },
  ]);
});

test('nothing is remembered of what is still ahead, has no meeting, or took place on another date', () => {
  const ahead = note({ start: '2026-12-01T09:00:00.000Z' });
  const notHeld = announced({ happened: [event({}), event({ kind: 'withdrawn', why: 'notHeld' })] });
  expect(remember({ notes: [ahead, note({ occurrenceKey: null })], past: [notHeld] })).toEqual([]);
  const joined = announced({ happened: [event({ kind: 'joined' }), ...notHeld.happened] });
  expect(remember({ past: [joined] })).toHaveLength(1);
});

test('of a range only the remembered meetings without an occurrence are added, in order', () => {
  const range = { from: at('2026-11-01T00:00:00Z'), to: at('2026-12-01T00:00:00Z') };
  const held = anOccurrence({ feedId: 'team', uid: 'standup', start: '2026-11-10T09:00:00Z' });
  const later = anOccurrence({ uid: 'later', start: '2026-11-12T09:00:00Z' });
  const snapshot = { revision: 1, zone: 'Europe/Berlin', window: range, occurrences: [later] };
  const remembered = remember({ notes: [note()] });
  expect(missingOf(remembered, { ...snapshot, occurrences: [held] })).toEqual([]);
  expect(missingOf(remembered, { ...snapshot, window: { from: 0, to: range.from } })).toEqual([]);
  const { occurrences } = withMore(snapshot, missingOf(remembered, snapshot));
  expect(occurrences.map(({ uid }) => uid)).toEqual(['standup', 'later']);
});
