import { quoted } from '#base';

/** What the welcome says. */
export const texts = {
  title: 'Welcome to Office Hours',
  stepOf: (step: number, of: number) => `, step ${step} of ${of}`,
  // What do you join?
  whatDoYouJoin: 'What do you join?',
  chooseOneOrBoth: 'Choose one or both. You can add more at any time.',
  myCalendar: 'My calendar',
  myCalendarHint: 'Google, Outlook, iCloud, Fastmail, Nextcloud, or any address or file.',
  openSource: 'Open-source meetings',
  openSourceHint: 'Kubernetes groups with their times in your zone, and more than 100 other communities.',
  noAccount: 'No account, no server. What you choose stays on this computer.',
  skip: 'Skip, look around first',
  aboutAMinute: '1 of 3, about a minute',
  continue: 'Continue',
  // What to follow
  chooseBoth: 'Choose what you follow',
  ownCalendar: 'Your own calendar',
  yourGroups: 'Choose your groups',
  timesAreYours: (city: string) => `Times are yours, in ${city}.`,
  address: 'Address of your calendar, or any text about meetings',
  anotherAddress: 'Another address of a calendar, or any text about meetings',
  isFollowed: (name: string) => `${name} is followed`,
  searchGroups: 'Find a community, a group or a topic',
  chosen: (count: number) => `${count} chosen`,
  noGroup: (query: string) => `Nothing matches ${quoted(query)}. More is under Communities.`,
  calendarsLater: (count: number) =>
    count === 1
      ? 'Its calendar is fetched when you continue.'
      : `Its ${count} calendars are fetched when you continue.`,
  statedOnly: (count: number) =>
    count === 1
      ? 'It has no calendar; the meeting that its texts state is followed as unconfirmed.'
      : `It has no calendar; the ${count} meetings that its texts state are followed as unconfirmed.`,
  chooseCalendars: (count: number) => `Choose among its ${count} calendars.`,
  onlyPages: 'It has pages only; look at them under Communities later.',
  showAll: (count: number) => `Show all ${count} calendars`,
  hideCalendars: 'Hide the calendars',
  calendarsOf: (name: string) => `Calendars of ${name}`,
  namedFirst: 'Named in your calendar',
  alreadyFollowed: 'followed',
  today: 'today',
  atNight: 'at night',
  calendarCount: (count: number) => `${count} calendar${count === 1 ? '' : 's'}`,
  groupCount: (count: number) => `${count} group${count === 1 ? '' : 's'}`,
  communityCount: (count: number) => `${count} communit${count === 1 ? 'y' : 'ies'}`,
  and: ' and ',
  nothingChosen: 'Nothing chosen yet',
  checking: 'Checking…',
  followAndContinue: 'Follow and continue',
  withoutIt: 'Continue without it',
  back: 'Back',
  // Dates and reminders
  datesAndReminders: 'Dates and reminders',
  skipUnknown: 'Skip what you do not know; you can answer later.',
  whichWeek: 'Which week?',
  allDatesKnown: 'The dates of all your meetings are known.',
  openDates: (meetings: string) =>
    `${meetings} not held every week, and their sources do not say in which. Each is announced as “may be on” until you answer.`,
  reminders: 'Reminders',
  whenToRemind: 'When should a meeting be announced?',
  remindMe: 'Remind me',
  trayHint: 'When you close the window, Office Hours stays in the tray, so that reminders still come.',
  mustRun: (why: string) => `Reminders only come while Office Hours is running. ${why}`,
  startAtLogin: 'Start with the computer',
  startAtLoginHint: 'only the tray icon appears',
  nextIs: (title: string, time: string) => `Next: ${title} in ${time}`,
  runsNow: (title: string) => `Now: ${title}`,
  finish: 'Show my agenda',
};
