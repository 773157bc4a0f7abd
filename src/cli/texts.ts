/** The texts of the command line, except its help (commands/help.ts). Arguments are already safe for a terminal. */

/** Wrong arguments. */
export const usage = {
  noCommand: (name: string) => `there is no command “${name}”; see office-hours help`,
  notIsoTime: (option: string, text: string) =>
    `--${option} “${text}” is not an ISO date or time such as 2026-11-24T16:00Z`,
  toBeforeFrom: '--to must be after --from',
  notZone: (text: string) => `--zone “${text}” is not a time zone such as Europe/Berlin`,
  notLead: (text: string) => `--lead “${text}” is not a time of up to a week such as 10m, 1h or 1d`,
  notFormat: (text: string, formats: readonly string[]) =>
    `--format “${text}” is not one of ${formats.join(', ')}`,
  check: 'check needs one FILE or URL',
  follow: 'follow needs the name of a community, or one https address',
  unfollow: 'unfollow needs the name or the address of something that you follow',
  communityAlone: '--community cannot be combined with --feed',
  pastAlone: '--past cannot be combined with --feed or --lead',
  notes: 'notes needs “list”, or “search” and words',
  seriesNeedsFeed: 'series needs --feed PATH-or-URL',
  transcript: 'transcript needs one file; see office-hours help transcript',
  exportFile: 'export takes one FILE, or none for standard output',
  importFile: 'import needs one FILE or URL',
  calendars: 'calendars needs --server URL and --user NAME',
  doctorServer: 'doctor --server URL needs --user NAME, and cannot be combined with --feed',
};

/** Input that cannot be used. */
export const badInput = {
  noSuchFile: (path: string) => `${path}: there is no such file`,
  unreadable: (path: string) => `${path}: the file cannot be read`,
  notAllowed: (path: string) => `${path} cannot be read. Check that you may open it`,
  notParsed: (path: string, reason: string) => `${path} cannot be read: ${reason}`,
  notWritten: (path: string, reason: string) => `${path} cannot be written: ${reason}`,
  notExport: (path: string) => `${path} is no export and no starter pack of Office Hours`,
  isPack: (address: string) =>
    `${address} is a list of calendars: office-hours import ${address} shows what it holds`,
  badConfig: (path: string) => `${path} has values that cannot be used; office-hours doctor names them`,
  notFollowed: (feed: string) => `the app does not follow ${feed}`,
  mistakes: (count: number) => `${count} mistake${count === 1 ? '' : 's'}`,
  noCommunity: (words: string) => `the directory has no community “${words}”`,
  whichCommunity: (words: string, ids: readonly string[]) =>
    ids.length === 0
      ? `the directory has no community “${words}”`
      : `“${words}” may be ${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ' …' : ''}; name one of them`,
  nothingToFollow: (name: string, website: string | null) =>
    `no calendar of ${name} can be read${website === null ? '' : `; see ${website}`}`,
  noPassword:
    'the account needs a password: set OFFICE_HOURS_PASSWORD, or run the command in a terminal, which asks for it',
  groupsInApp: (name: string) =>
    `the app is running: turn on the switch of ${name} under Communities, or quit the app first`,
  manyCalendars: (name: string) =>
    `${name} has many calendars: see them with office-hours communities ${name} --json, and follow an address`,
  onlyHttps: 'only an address with https:// can be handed to the running app',
  secretAddress: 'this address is private: follow it in the app, which encrypts it',
  unfollowInApp: 'the app is running: remove it under Calendars, or quit the app first',
  notFollowedYet: (words: string, names: readonly string[]) =>
    names.length === 0
      ? `you do not follow “${words}”, and nothing else that can be removed`
      : `you do not follow “${words}”; you follow ${names.join(', ')}`,
  severalFollowed: (words: string, names: readonly string[]) =>
    `“${words}” names several of what you follow: ${names.join(', ')}. Name one, or its address`,
  entriesFailed: (count: number) => `${count} of them ${count === 1 ? 'is' : 'are'} not followed`,
  nothingToShare: 'nothing that you follow can be shared',
  appRuns: 'the app is running: import in its Settings, or quit it first',
};

/** What is asked at a terminal. */
export const questions = {
  password: (user: string, server: string) => `Password of ${user} at ${server}: `,
};

/** Lines on stderr beside the output. */
export const notes = {
  noAnswer: (community: string, covers: string, reason: string) => `${community}, ${covers}: ${reason}`,
  stated: (community: string) =>
    `no calendar of ${community} answered; these meetings are from texts about it, and nobody confirmed them since`,
  waiting: (community: string) =>
    `no calendar of ${community} answered; it is followed, and read when it answers. Until then the meetings that texts state are shown as unconfirmed`,
  statedOnly: (community: string) =>
    `${community} has no calendar that can be followed; these meetings are from texts about it, and nobody confirmed them since`,
  leftOut: (feed: string) => `“${feed}” could not be read and is left out.`,
  noZone: (city: string) =>
    `this computer has no time zone; times are in ${city}. Choose one in Settings or with --zone`,
  addAgain: (names: string) => `left out; add them again yourself: ${names}`,
};

/** The output itself. */
export const output = {
  nowFollowed: (name: string) => `following ${name}`,
  followedBefore: (name: string) => `you follow ${name} already`,
  unfollowed: (name: string) => `no longer following ${name}`,
  handedOver: 'the app is running: it asks there whether to follow this',
  openThis: (link: string) => `the app is running: open this link, and confirm there\n${link}`,
  packName: 'What we follow',
  packStated: 'stated meetings, unconfirmed',
  packGroups: (count: number | null) =>
    count === null ? 'all its meetings' : `${count} meeting${count === 1 ? '' : 's or groups'}`,
  packKept: (name: string, count: string) =>
    `${name}: you follow ${count} of its meetings and groups, and that stays; the pack has all`,
  packNotImported: 'Nothing was changed; --yes follows them',
  checked: (name: string, kind: string, dated: number) =>
    `${name}: ${kind} with ${dated} meeting${dated === 1 ? '' : 's'} with dates`,
  asks: (title: string, question: string) => `asks about “${title}”: ${question}`,
  more: (count: number) => `… and ${count} more`,
  noFoundation: 'Other communities',
  noCalendar: 'no calendar to follow',
  calendars: (count: number) => `${count} calendar${count === 1 ? '' : 's'}`,
  stated: (count: number) => `${count} stated meeting${count === 1 ? '' : 's'}`,
  groups: (count: number) => `${count} groups`,
  meetings: (count: number) => `${count} meeting${count === 1 ? '' : 's'}`,
  undated: 'undated',
  untested:
    'The dates are those of the newest source. No address was tried: office-hours agenda --community NAME does.',
  readOnly: 'read only',
  maybe: 'maybe: which week?',
  unconfirmed: 'unconfirmed',
  mayBeOn: 'may be on ',
  endsIn: (time: string) => `now, ends in ${time}`,
  startsIn: (time: string) => `in ${time}`,
  cancelled: 'cancelled',
  tentative: 'tentative',
  skipped: 'skipped',
  declined: 'declined',
  moved: 'moved',
  recorded: (what: string) => `${what} recorded`,
  timesIn: (zone: string) => `Times in ${zone}`,
  allDay: (day: string) => `${day} all day`,
  hidden: (count: number) =>
    `${count === 1 ? '1 meeting is' : `${count} meetings are`} hidden by your settings.`,
  noMeetings: 'No meetings in this time.',
  noNextMeeting: 'No meeting in the next 60 days.',
  noReminders: 'No reminders in this time.',
  noPastReminders: 'Nothing was announced in this time.',
  noNotes: 'No notes yet.',
  noNoteFound: 'No note contains these words.',
  noLink: 'No meeting link found.',
  hasPasscode: 'the link contains the passcode',
  passcode: (code: string) => `passcode ${code}`,
  addYourself: (feed: string) => `Add again yourself: ${feed}`,
  nothingNew: 'There is nothing new in it',
  notImported: 'Nothing was changed; --yes imports it',
};

/** What to do about a problem at the command line, where the window has a field or a button. */
export const advice = {
  login:
    'Add --user NAME; the password comes from OFFICE_HOURS_PASSWORD, or the command asks for it in a terminal. With a second factor it wants an app password.',
  proxyLogin:
    'Write them into the variable of the proxy: HTTPS_PROXY=http://NAME:PASSWORD@proxy.example.org:3128.',
};

const tryLogin = (server: string, user: string): string =>
  `so only the app can log in; to try it here: office-hours doctor --server ${server} --user ${user}`;

/** The findings of `doctor`. */
export const findings = {
  noBus: 'there is no session bus to ask',
  weakAddresses: 'private addresses were stored without protection; start the app, which encrypts them again',
  encryptedAddresses: 'private addresses are encrypted with a key of your keyring',
  noKeyring:
    'without a keyring, private addresses are stored unencrypted in a file that only you can read, and private notes need a passphrase',
  keyring: (name: string) => `${name} is running; the app shows under Settings whether it has a key`,
  unknownKeyring: 'there is no session bus to ask; the app shows under Settings whether it has a key',
  noOpener: (programs: readonly string[]) => `install xdg-utils for ${programs.join(' and ')}`,
  startsOff: 'off; the app offers “Start with the computer” in its settings',
  noNotifications: 'start a notification daemon, such as dunst or the one of your desktop',
  noTray: 'this desktop shows no tray icons; in GNOME the extension AppIndicator adds a tray',
  urgentOnly: 'on: only urgent notifications and the alert window are shown',
  noNotices: 'on: notifications are held back, only the alert window is shown',
  notReported: 'this system does not report it',
  supplied: 'part of the system',
  chosenZone: (zone: string) => `${zone} (chosen)`,
  noZone: (city: string) =>
    `unknown, times are in ${city}; set the time zone of this computer (on Linux: timedatectl set-timezone), or choose one in Settings`,
  noSettings: 'none yet; defaults are used',
  badSettings: (path: string, refused: string | null) =>
    `${path} has values that cannot be used${refused === null ? '' : ` (${refused})`}; the others are used`,
  followed: (count: number) => `${count} followed`,
  noProxy: 'none, by the settings',
  ownProxy: (address: string) => `${address}, by the settings`,
  badOwnProxy: 'the settings hold no address of a proxy; write name:port under Settings → Network',
  badProxy: (variable: string) => `${variable} holds no address of a proxy; write http://name:port`,
  variableProxy: (proxy: string) => `${proxy}, by a variable`,
  systemProxy: 'none by a variable; the app uses that of the desktop, if it has one',
  feed: (name: string) => `feed ${name}`,
  reached: (proxy: string | null, issuer: string | null) =>
    `can be read, ${proxy === null ? 'directly' : `through the proxy ${proxy}`}${issuer === null ? '' : `; certificate by ${issuer}`}`,
  appOnly: (lastSync: string | null) =>
    `only the app can read its address or password; ${lastSync === null ? 'it has not been read yet' : `last read at ${lastSync}`}`,
  account: (name: string, user: string) => `account ${name} (${user})`,
  server: 'server',
  password: 'password',
  login: 'login',
  calendars: 'calendars',
  calendar: (name: string) => `calendar ${name}`,
  answers: (proxy: string | null, issuer: string | null) =>
    `answers, ${proxy === null ? 'directly' : `through the proxy ${proxy}`}${issuer === null ? '' : `; certificate by ${issuer}`}`,
  answersPlainly: 'answers',
  accepted: 'name and password are accepted',
  mayRead: 'can be read, but not changed',
  mayChange: 'can be read and changed',
  noPassword: 'none is stored; the app asks for it under Calendars',
  passwordInKeyring: (server: string, user: string) =>
    `encrypted with a key of your keyring, ${tryLogin(server, user)}`,
  passwordUnderPassphrase: (server: string, user: string) =>
    `encrypted with the passphrase of your private notes, ${tryLogin(server, user)}`,
  passwordInMemory: (server: string, user: string) =>
    `typed at each start of the app, ${tryLogin(server, user)}`,
  notInstalled: 'the program is not completely installed',
  noNotes: (folder: string) => `${folder} is created with the first note`,
};
