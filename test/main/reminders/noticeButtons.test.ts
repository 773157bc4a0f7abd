import { expect, test } from 'vitest';
import { noticeButtons } from '#main/reminders/noticeButtons.ts';
import { anOccurrence, type OccurrenceWish } from '../../builders/anOccurrence.ts';

const labels = (wish: OccurrenceWish): string[] =>
  noticeButtons({ occurrence: anOccurrence(wish), visit: null, maybe: null }, () => () => undefined).map(
    ({ label }) => label,
  );

test('an invitation that is open can be answered, with the snooze last', () => {
  expect(labels({ answerKey: 'key', ownReply: 'none' })).toEqual(['Accept', 'Decline', 'Maybe', 'Snooze']);
});

test('an answered one, and one that cannot be answered here, has the usual buttons', () => {
  expect(labels({ answerKey: 'key', ownReply: 'yes' })).toEqual(['Snooze', 'Skip', 'Notes']);
  expect(labels({ answerKey: null, ownReply: 'none' })).toEqual(['Snooze', 'Skip', 'Notes']);
});
