import { meetingTexts } from '#core/reminders/texts.ts';

/** What the alert window says. */
export const texts = {
  reminders: 'Reminders',
  windowTitle: 'Office Hours: reminder',
  /** A button's name with the meeting that it is about. */
  of: (label: string, title: string) => `${label}, ${title}`,
  join: meetingTexts.join,
  backTo: meetingTexts.backTo,
  now: ' now',
  doNotJoin: 'Do not join',
  itIsOn: meetingTexts.itIsOn,
  notThisWeek: meetingTexts.notThisWeek,
  answers: { yes: meetingTexts.accept, no: meetingTexts.decline, maybe: meetingTexts.tentative },
  skip: 'Skip',
  snooze: 'Snooze',
  snoozeFor: (length: string) => `Snooze ${length}`,
  note: 'Note',
  dismiss: 'Dismiss',
  shrink: 'Shrink to a clock',
  moreOf: (title: string) => `More for ${title}`,
  more: (count: number) => `And ${count} more, shown as you answer these.`,
  joinsSoon: (title: string, seconds: number) =>
    `Joining ${title} in ${seconds} seconds. Press Escape to stop.`,
  newCard: (sentence: string) => `New reminder: ${sentence}`,
  andMore: (sentence: string, count: number) => `${sentence}, and ${count} more`,
  // What each key does
  choose: 'choose',
  stays: 'Stays until you answer',
  alt: 'Alt',
  keys: {
    shrink: 'shrink to a clock',
    dismiss: 'dismiss',
    titles: 'hide titles',
    showTitles: 'show titles',
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
  inTime: (time: string) => `in ${time}`,
  startsNow: 'starts now',
  startedAgo: (ago: string) => `started ${ago}`,
  endedAgo: (ago: string) => `ended ${ago}`,
  noRoom: 'no room known',
};
