/** What the widgets and the page of every window say. */
export const texts = {
  close: 'Close',
  clearSearch: 'Clear the search',
  dismiss: (title: string) => `Dismiss: ${title}`,
  copiedOf: (what: string) => `Copied ${what}`,
  copyOf: (what: string) => `Copy ${what}`,
  copied: 'Copied',
  busy: 'Working',
  color: 'Colour',
  colorOf: (name: string, hue: string) => `Colour of ${name}: ${hue}`,
  hues: {
    teal: 'Teal',
    blue: 'Blue',
    indigo: 'Indigo',
    violet: 'Violet',
    pink: 'Pink',
    red: 'Red',
    orange: 'Orange',
    amber: 'Amber',
    green: 'Green',
    slate: 'Slate',
  },
  calendarHidden: (name: string) => ({ words: `${name} is hidden`, undone: `${name} is shown` }),
  calendarSilenced: (name: string) => ({
    words: `${name} is no longer announced`,
    undone: `${name} is announced again`,
  }),
  // When a window fails
  failed: 'Something unexpected went wrong. Your reminders still come, and nothing you wrote is lost.',
  reload: 'Reload',
  reportCopied: 'Report copied',
  copyReport: 'Copy report',
  reportContent: 'What the report says',
  version: (version: string, platform: string) => `Office Hours ${version} on ${platform}\n`,
  windowFailed:
    'Office Hours could not show this window. Your reminders still come; close the window and open it again.',
  windowFailedTitle: 'This window could not be shown',
};
