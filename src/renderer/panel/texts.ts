import { meetingTexts } from '#core/reminders/texts.ts';

/** What the tray’s panel says. */
export const texts = {
  nextMeetings: 'Next meetings',
  chosenMeeting: 'Chosen meeting',
  join: meetingTexts.join,
  backTo: meetingTexts.backTo,
  note: 'Note',
  brief: 'Brief',
  newNote: 'New note',
  /** A button's name with the meeting that it is about. */
  of: (label: string, title: string) => `${label}, ${title}`,
  clock: 'Show a floating clock',
  skipThis: 'Skip this one',
  whichWeek: meetingTexts.whichWeek,
  itIsOn: meetingTexts.itIsOn,
  notThisWeek: meetingTexts.notThisWeek,
  maybe: 'maybe',
  unconfirmed: 'unconfirmed',
  noMeetings: 'No meetings in the next weeks.',
  skipped: (title: string) => `Skipped ${title}.`,
  undo: 'Undo',
  resume: 'Resume',
  open: 'Open',
  settings: 'Settings',
  pause: 'Pause…',
  pauseHour: 'Pause reminders for 1 hour',
  pauseTomorrow: 'Pause reminders until tomorrow',
  // Groups of rows
  onNow: 'On now',
  // What a row says at its end
  joined: 'joined',
  inTime: (time: string) => `in ${time}`,
  endsInTime: (time: string) => `ends in ${time}`,
  /** `2 of 5`: the place of a row. */
  place: (at: number, count: number) => `${at} of ${count}`,
  // The clock
  severalOn: (count: number) => `${count} on now`,
  maybeIn: 'Maybe in',
  nextIn: 'Next in',
  maybeEndsIn: 'May be on, ends in',
  endsIn: 'Ends in',
  ended: 'Ended',
  ago: meetingTexts.ago,
};
