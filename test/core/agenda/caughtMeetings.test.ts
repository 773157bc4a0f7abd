import { expect, test } from 'vitest';
import { caughtMeetings } from '#core/agenda/caughtMeetings.ts';
import type { MeetingRule } from '#core/agenda/meetingRules.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const rule = (id: string, word: string): MeetingRule => ({
  id,
  isOn: true,
  outcome: 'silent',
  conditions: [{ kind: 'title', isNot: false, texts: [word] }],
});

test('each meeting to come counts for the first rule that catches it, hidden or not', () => {
  const past = anOccurrence({ title: 'Lunch', start: '2026-11-20T08:00:00Z' });
  const lunch = anOccurrence({ title: 'Team lunch', start: '2026-11-20T12:00:00Z', isShown: false });
  const other = anOccurrence({ title: 'Lunch', uid: 'other', start: '2026-11-21T12:00:00Z' });
  const gone = anOccurrence({ title: 'Lunch', uid: 'gone', status: 'cancelled' });
  const caught = caughtMeetings(
    [rule('team', 'team'), rule('lunch', 'lunch'), rule('none', 'review')],
    [past, lunch, other, gone],
    at('2026-11-20T11:00:00Z'),
    'UTC',
  );
  expect([...caught]).toEqual([
    ['team', [lunch]],
    ['lunch', [other]],
  ]);
});
