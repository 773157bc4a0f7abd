import { describe, expect, it } from 'vitest';
import { missedMeetings } from '#core/reminders/missedMeetings.ts';
import { historyOf, type ReminderEvent } from '#core/reminders/reminderHistory.ts';

const key = 'before-10|feed|uid|2026-11-20T10:00:00.000Z|1795168800000';
const event = (kind: ReminderEvent['kind'], more: Partial<ReminderEvent> = {}): ReminderEvent => ({
  at: 0,
  kind,
  key,
  ...more,
});
const titlesAfter = (...events: ReminderEvent[]): string[] => {
  const all = [event('planned', { title: 'Stand-up' }), event('missed', { why: 'asleep' }), ...events];
  return missedMeetings(all, historyOf(all)).map(({ title }) => title);
};

describe('a missed meeting', () => {
  it('is listed until it is dismissed', () => {
    expect(titlesAfter()).toEqual(['Stand-up']);
    expect(titlesAfter(event('dismissed'))).toEqual([]);
  });

  it('is listed again when its dismissal is undone, as often as that happens', () => {
    expect(titlesAfter(event('dismissed'), event('undone'))).toEqual(['Stand-up']);
    expect(titlesAfter(event('dismissed'), event('undone'), event('dismissed'))).toEqual([]);
  });

  it('stays away when something else than its dismissal is undone', () => {
    expect(titlesAfter(event('joined'), event('undone'))).toEqual([]);
  });
});
