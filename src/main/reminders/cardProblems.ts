import { failure, type Problem } from '#base';

/** What can be wrong with a card, or with what was asked of it. */

export const noNotices: Problem = {
  code: 'reminders/notShown',
  title: 'This computer showed no notification',
  detail:
    'Meetings are announced in a window of their own instead. Look at the notification settings of the system.',
};

export const gone = failure(
  'reminders/gone',
  'This reminder is no longer there',
  'Its meeting is over, or was moved; the agenda shows it as it is now.',
);

export const tooLate = failure(
  'reminders/tooLate',
  'It cannot be put off any more',
  'The meeting would be over by then.',
);

export const isJoined = failure(
  'reminders/joined',
  'You have joined this meeting',
  'Its reminders are silent already.',
);
