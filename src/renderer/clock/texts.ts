import { meetingTexts } from '#core/reminders/texts.ts';

/** What the floating clock says. */
export const texts = {
  windowTitle: (title: string) => `Clock: ${title}`,
  join: meetingTexts.join,
  backTo: meetingTexts.backTo,
  /** Short forms of these two: the clock is small, and the name of the button is whole. */
  joinIt: 'Join',
  back: 'Back',
  note: 'Note',
  dismiss: 'Dismiss the clock',
  drag: 'Drag to move',
  /** A button's name with the meeting that it is about. */
  of: (label: string, title: string) => `${label}, ${title}`,
  // What the digits count
  startsIn: 'starts in',
  endsIn: 'ends in',
  overTime: 'over time',
  // The second line
  maybe: 'maybe',
  unconfirmed: 'unconfirmed',
  starts: (time: string) => `starts ${time}`,
  ends: (time: string) => `ends ${time}`,
  endsThen: (time: string, following: string) => `ends ${time}, then ${following}`,
  shouldHaveEnded: (time: string) => `should have ended ${time}`,
};
