import { meetingTexts } from '#core/reminders/texts.ts';

/** What the tray’s panel says. */
export const texts = {
  nextMeetings: 'Next meetings',
  nextFive: 'The next five',
  chosenMeeting: 'Chosen meeting',
  join: meetingTexts.join,
  backTo: meetingTexts.backTo,
  note: 'Note',
  notes: 'Notes',
  skipThis: 'Skip this one',
  whichWeek: meetingTexts.whichWeek,
  itIsOn: meetingTexts.itIsOn,
  notThisWeek: meetingTexts.notThisWeek,
  maybe: 'maybe',
  noMeetings: 'No meetings in the next weeks.',
  skipped: (title: string) => `Skipped ${title}.`,
  undo: 'Undo',
  resume: 'Resume',
  open: 'Open Office Hours',
  // The clock
  maybeIn: 'Maybe in',
  nextIn: 'Next in',
  maybeEndsIn: 'May be on, ends in',
  endsIn: 'Ends in',
  ended: 'Ended',
  ago: meetingTexts.ago,
};
