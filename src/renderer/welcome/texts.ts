/** What the welcome says. */
export const texts = {
  title: 'Welcome to Office Hours',
  ownCalendar: 'Your own calendar',
  datesAndReminders: 'Dates and reminders',
  pickCommunities:
    'Which communities are you part of? Their public meetings are built in; later you can also follow single ones.',
  followNone: 'Follow none',
  meetingCount: (count: number) => `${count} meetings`,
  pasteCalendar: [
    'Do you have a calendar of your own? Paste its address (it often ends in ',
    '.ics',
    ') or choose a file. You can also do this later.',
  ] as const,
  whichWeek: 'Which week?',
  allDatesKnown: 'The dates of all your meetings are known.',
  openDates: (meetings: string) =>
    `${meetings} not held every week, and their sources do not say in which. Skip what you do not know: it is announced as “may be on” until you answer.`,
  whenToRemind: 'When should a meeting be announced?',
  remindMe: 'Remind me',
  trayHint: 'When you close the window, Office Hours stays in the tray, so that reminders still come.',
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  skip: 'Skip',
  back: 'Back',
  finish: 'Show my agenda',
  continue: 'Continue',
  mustRun: (why: string) => `Reminders only come while Office Hours is running. ${why}`,
  startAtLogin: 'Start with the computer',
  startAtLoginHint: 'only the tray icon appears',
};
