import { describe, expect, it } from 'vitest';
import { toldOf } from '#core/reminders/meetingStory.ts';
import type { ReminderEvent } from '#core/reminders/reminderHistory.ts';

const key = 'before-10|feed|uid|2026-11-20T10:00:00.000Z|1795168800000';
const withdrawn = (why: ReminderEvent['why']): ReminderEvent => ({ at: 1, kind: 'withdrawn', key, why });
const planned: ReminderEvent = { at: 2, kind: 'planned', key };

describe('the story of a meeting', () => {
  it('tells that it was skipped, or answered as not held', () => {
    for (const why of ['skipped', 'notHeld'] as const)
      expect(toldOf([withdrawn(why)])).toMatchObject([{ kind: 'withdrawn', why }]);
  });

  it('does not tell what the user took back', () => {
    for (const why of ['skipped', 'notHeld'] as const) expect(toldOf([withdrawn(why), planned])).toEqual([]);
  });

  it('tells that its calendar cancelled it, also if it is back', () => {
    expect(toldOf([withdrawn('cancelled'), planned])).toHaveLength(1);
  });
});
