import { meetingTexts } from '#core/reminders/texts.ts';

/** What the alert window says. */
export const texts = {
  reminders: 'Reminders',
  snooze: 'Snooze',
  join: meetingTexts.join,
  backTo: meetingTexts.backTo,
  now: ' now',
  doNotJoin: 'Do not join',
  itIsOn: meetingTexts.itIsOn,
  notThisWeek: meetingTexts.notThisWeek,
  skip: 'Skip',
  notes: 'Notes',
  dismiss: 'Dismiss',
  more: (count: number) => `And ${count} more, shown as you answer these.`,
  joinsSoon: (title: string) => `Joining ${title} in ten seconds. Press Escape to stop.`,
  aMeeting: 'a meeting',
  // What each key does
  choose: 'choose',
  keys: {
    join: 'join',
    snooze: 'snooze 5 min',
    notes: 'notes',
    dismiss: 'dismiss',
    titles: 'hide titles',
    itIsOn: 'it is on',
    notThisWeek: 'not this week',
    skip: 'skip',
    doNotJoin: 'do not join',
  },
  // The clock
  joinsIn: 'Joins in',
  startsIn: 'Starts in',
  starts: 'Starts',
  started: 'Started',
  ended: 'Ended',
  seconds: (count: number) => `${count} s`,
  nowValue: 'now',
  ago: meetingTexts.ago,
  noRoom: 'no room known',
};
