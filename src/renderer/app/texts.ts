/** What the frame of the window says. */
export const texts = {
  screens: {
    agenda: 'Agenda',
    notes: 'Notes',
    communities: 'Communities',
    feeds: 'Calendars',
    settings: 'Settings',
  },
  screenList: 'Screens',
  searchOrJump: 'Search or jump',
  paletteKey: 'Ctrl K',
  /** Of the window; the system shows it in its list of windows. */
  windowTitle: (screen: string) => `${screen} – Office Hours`,
  openQuestions: (count: number) => (count === 1 ? ' open question' : ' open questions'),
  failingCalendars: (count: number) =>
    count === 1 ? ' calendar cannot be updated' : ' calendars cannot be updated',
  updates: 'Updates',
  updateAll: 'Update all calendars now',
  titlesHidden: 'Titles hidden',
  titlesShownSpoken: 'Reminders show their titles',
  show: 'Show',
  problems: 'Problems',
  problemDismissed: (title: string) => `Dismissed: ${title}`,
  problemRestored: (title: string) => `Shown again: ${title}`,
  chooseZone: 'Choose a time zone',
  chooseFolder: 'Choose a folder',
  lookInDirectory: 'Look in the directory',
  tryAgain: 'Try again',
  passcode: {
    copied: (title: string) => `Copied the passcode of ${title}`,
    none: (title: string) => `${title} has no passcode to type`,
  },
  roomLink: {
    copied: (title: string) => `Copied the invitation link of ${title}`,
    none: (title: string) => `${title} has no link to copy`,
  },
  hidTitles: { words: 'Titles are hidden', undone: 'Titles are shown' },
  undo: 'Undo',
  undoKey: 'Ctrl Z',
  screenFailed: 'This screen could not be shown',
  // Toasts of keys that found nothing to act on
  nothingFollowed: 'You follow no meetings yet. Choose some under Communities or Calendars.',
  nothingNext: 'Nothing is coming up.',
};
