import { quoted } from '#base';

/** What the window says about reminders. */
export const texts = {
  // The choice of reminders
  reminders: 'Reminders',
  feedReminders: (times: string, name: string) => `Reminders: ${times}, of ${name}`,
  feedRemindersHint: 'A choice for a single meeting or its series overrides this one.',
  thisMeeting: 'This meeting',
  theSeries: 'The series',
  remindersOf: (of: string) => `Reminders: ${of}`,
  default: 'Default',
  custom: 'Custom',
  none: 'None',
  notification: 'Notification',
  alertWindow: 'Alert window',
  autoJoin: 'Auto-join',
  quiet: 'Quiet',
  normal: 'Normal',
  urgent: 'Urgent',
  urgentHints: {
    linux:
      'Urgent reminders are shown during “do not disturb”, too. Where the desktop holds back every notification, the alert window opens instead.',
    win32: 'Windows shows reminders during “do not disturb” if its notification settings allow them.',
    darwin:
      'On macOS, a Focus holds back every notification. Choose the alert window for meetings that you must not miss.',
  },
  removed: (when: string) => ({
    words: `Removed the reminder ${when.toLowerCase()}`,
    undone: `The reminder ${when.toLowerCase()} is back`,
  }),
  silenced: (name: string) => ({
    words: `No reminders of ${name}`,
    undone: `The reminders of ${name} are back`,
  }),
  reminder: (number: number) => `Reminder ${number}`,
  kindOf: (number: number) => `Kind of reminder ${number}`,
  loudnessOf: (number: number) => `How loud reminder ${number} is`,
  removeReminder: (when: string) => `Remove the reminder ${when}`,
  autoJoinHint:
    'Auto-join opens the alert window, counts down twenty seconds and joins, unless you press Escape. It never joins late, or while the screen is locked.',
  addReminder: 'Add a reminder',
  otherMinutes: 'Other…',
  minutesBeforeOf: (label: string) => `${label}: minutes before`,
  minBefore: 'min before',
  // Lead times
  minutes: (count: number) => `${count} minute${count === 1 ? '' : 's'}`,
  hours: (count: number) => `${count} hour${count === 1 ? '' : 's'}`,
  days: (count: number) => `${count} day${count === 1 ? '' : 's'}`,
  atStart: 'At the start',
  before: (length: string) => `${length} before`,
  atStartInText: 'at the start',
  and: (first: string, last: string) => `${first} and ${last}`,
  // Snooze
  snoozed: (title: string, time: string) => ({
    words: `Snoozed ${title} until ${time}`,
    undone: `The reminders of ${title} come as planned`,
  }),
  snoozeGroup: 'Snooze',
  snooze: 'Snooze',
  snoozeChoices: {
    '1': '1 min',
    '5': '5 min',
    '10': '10 min',
    minuteBefore: 'until 1 min before',
    start: 'until the start',
  },
  silentUntil: (time: string) => `Silent until ${time}.`,
  // What happened, and what will
  whatHappened: 'What happened',
  whatWillHappen: 'What will happen',
  changeReminders: 'Change the reminders',
  change: 'Change',
  asMaybe: ', “may be on”',
  kinds: { notice: 'Notification', alert: 'Alert window', autoJoin: 'Joins automatically' },
  heldBack: (kind: string, time: string) => `${kind}, held back until ${time} (quiet time)`,
  silence: {
    over: 'Nothing is recorded: Office Hours was not running, or did not follow its calendar yet.',
    joined: 'It is silent because you joined.',
    dismissed: 'It is silent because you dismissed it.',
    skipped: 'It is silent because you skip it.',
    cancelled: 'It is not announced because it is cancelled.',
    declined: 'It is not announced because you declined it.',
    tentative: 'It is not announced: tentative meetings are off in the settings.',
    maybe: 'It is not announced: meetings that may be on are off in the settings.',
    allDay: 'It is not announced: all-day meetings are off in the settings.',
    noRoom: 'It is not announced: meetings without a room are off in the settings.',
    none: 'It has no reminders.',
    added: 'It is not announced: it was on already when its calendar was added.',
    allCame: 'All its reminders have come.',
  },
  notAnnounced: {
    calendar: 'Not announced: its calendar is not announced.',
    paused: (since: string) => `Not announced: its calendar is paused since ${since}.`,
    rule: (rule: string) => `Not announced: rule ${quoted(rule)}.`,
    someRule: 'Not announced: a rule keeps it silent.',
  },
  // Past meetings
  pastMeetings: 'Past meetings',
  aMeeting: 'A meeting',
  allDay: 'all day',
  noPastMeetings: 'No meeting was announced on this computer yet.',
  showEarlier: 'Show earlier ones',
};
