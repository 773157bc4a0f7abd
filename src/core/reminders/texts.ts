/** The words about meetings and reminders that several places share: notice, alert, panel, tray and agenda. */

/** Replaces a title that others must not read. */
export const HIDDEN_TITLE = 'Meeting';

export const meetingTexts = {
  /** The label of a button that opens a room. */
  join: (room: string) => `Join ${room}`,
  /** The same, once the user has been there. */
  backTo: (room: string) => `Back to ${room}`,
  whichWeek: 'Which week?',
  unconfirmed: 'Unconfirmed',
  stillOn: 'Does it still take place?',
  accept: 'Accept',
  tentative: 'Maybe',
  decline: 'Decline',
  itIsOn: 'It is on',
  notThisWeek: 'Not this week',
  /** @param time a length of time, for example `5 min` */
  ago: (time: string) => `${time} ago`,
} as const;
