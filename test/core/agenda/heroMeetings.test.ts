import { expect, test } from 'vitest';
import { heroMeetings, type HeroMeetings } from '#core/agenda/heroMeetings.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const meeting = (title: string, start: string, minutes = 60, more = {}): Occurrence =>
  anOccurrence({ title, start: `2026-11-24T${start}:00Z`, minutes, ...more });

const shownAt = (time: string, all: readonly Occurrence[], joined: readonly string[] = []) => {
  const found: HeroMeetings = heroMeetings(all, at(`2026-11-24T${time}:00Z`), 'Etc/UTC', ({ title }) =>
    joined.includes(title),
  );
  return {
    shown: found.shown.map(({ title }) => title),
    running: found.running.map(({ title }) => title),
    later: found.later?.title ?? null,
    cancelled: found.cancelled?.title ?? null,
    isOverTime: found.isOverTime,
  };
};

test('the running meeting is shown until ten minutes before the next one, which then takes its place', () => {
  const all = [meeting('Sync', '15:00'), meeting('Review', '15:55', 30)];
  expect(shownAt('15:40', all)).toMatchObject({ shown: ['Sync'], running: [], later: 'Review' });
  expect(shownAt('15:45', all)).toMatchObject({ shown: ['Review'], running: ['Sync'], later: null });
  expect(shownAt('15:56', all)).toMatchObject({ shown: ['Review'], running: ['Sync'] });
});

test('one running and two that start together are all named', () => {
  const all = [meeting('Sync', '15:00'), meeting('Review', '15:30'), meeting('Triage', '15:30')];
  expect(shownAt('15:27', all)).toMatchObject({ shown: ['Review', 'Triage'], running: ['Sync'] });
});

test('a maybe does not take the place of a certain meeting that is running', () => {
  const all = [meeting('Sync', '15:00'), meeting('Maybe', '15:30', 60, { isWeekUnknown: true })];
  expect(shownAt('15:25', all)).toMatchObject({ shown: ['Sync'], later: 'Maybe' });
});

test('a joined meeting keeps its place for ten minutes after its end, unless the next one is near', () => {
  const all = [meeting('Sync', '15:00'), meeting('Review', '16:15')];
  expect(shownAt('16:03', all, ['Sync'])).toMatchObject({
    shown: ['Sync'],
    later: 'Review',
    isOverTime: true,
  });
  expect(shownAt('16:03', all)).toMatchObject({ shown: ['Review'], isOverTime: false });
  expect(shownAt('16:06', all, ['Sync'])).toMatchObject({ shown: ['Review'] });
});

test('a cancelled meeting is named if it would have been next', () => {
  const all = [meeting('Planning', '14:00', 60, { status: 'cancelled' }), meeting('Sync', '15:00')];
  expect(shownAt('13:00', all)).toMatchObject({ shown: ['Sync'], cancelled: 'Planning' });
  expect(shownAt('13:00', all.slice(1))).toMatchObject({ cancelled: null });
});

test('nothing is shown if nothing comes', () => {
  expect(shownAt('18:00', [meeting('Sync', '15:00')])).toMatchObject({ shown: [], later: null });
});

test('a feed with a crowd of meetings takes neither the card nor the line from those of another', () => {
  const crowd = Array.from({ length: 320 }, (_, number) =>
    meeting(`Noise ${number}`, '10:00', 240, { feedId: 'noise' }),
  );
  const good = meeting('Design review', '12:30', 60, { feedId: 'work' });
  const found = shownAt('12:00', [...crowd, good]);
  expect(found.shown).toEqual(['Design review']);
  expect(found.running).toHaveLength(3);
  // Alone it is shown as any other.
  expect(shownAt('12:00', crowd).shown).toHaveLength(1);
  const answered = [
    ...crowd,
    meeting('Noise I go to', '11:00', 120, { feedId: 'noise', ownReply: 'yes' }),
    good,
  ];
  expect(shownAt('12:00', answered).shown).toEqual(['Noise I go to']);
});
