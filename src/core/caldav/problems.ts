import { problemsOf, type CodeOf, type Problem, type ProblemTexts } from '#base';

/** Problems of calendar accounts (CalDAV), and of answers to invitations in them. None contains a password or the address of a calendar. */
const texts = {
  'account/notServer': () => ({
    title: 'This is not the address of a server',
    detail:
      'Enter the address from the settings of your provider (https://…), its domain (example.org) or your email address.',
  }),
  'account/noPassword': (user: string, server: string) => ({
    title: 'Enter your password to go on syncing',
    detail: `The password of ${user} at ${server} is not known. Until then the last good copy goes on reminding you.`,
  }),
  'account/noPassphrase': (user: string, server: string) => ({
    title: 'Enter your passphrase to go on syncing',
    detail: `It opens the password of ${user} at ${server}. Until then the last good copy goes on reminding you.`,
  }),
  'account/keyringLocked': (user: string, server: string) => ({
    title: 'Your system’s keyring is locked',
    detail: `It has the password of ${user} at ${server}. Unlock it and try again; until then the last good copy goes on reminding you.`,
  }),
  'account/unknown': () => ({
    title: 'This account is no longer in the list',
    detail: 'It was removed. Add it again under Calendars.',
  }),
  'account/lookAgain': () => ({
    title: 'The calendars of the account must be looked up again',
    detail: 'Enter the address, name and password once more.',
  }),
  'account/wrongPassphrase': () => ({
    title: 'The passphrase is wrong',
    detail: 'It is the passphrase of your private notes. You can enter the password of the account instead.',
  }),
  'account/passwordsUnreadable': (file: string) => ({
    title: 'Your stored passwords could not be read',
    detail: `The file ${file} beside the settings is left as it is. Check its rights, and start the app again.`,
  }),
  'account/passwordsDamaged': () => ({
    title: 'Your stored passwords were damaged',
    detail: 'What was stored is kept beside the settings. Enter the passwords again under Calendars.',
  }),
  /** @param advice where its app passwords are made; null if unknown */
  'account/wrongPassword': (server: string, advice: string | null) => ({
    title: `${server} did not accept the name and password`,
    detail:
      advice ??
      'Check both. If you log in with a second factor, the server wants an app password, which its security settings make.',
  }),
  'account/signInAgain': () => ({
    title: 'Sign in again to go on syncing',
    detail:
      'Google does not accept the stored consent any more: it ended, or you withdrew it. The consent of a client in “testing” ends after seven days. Until you sign in the last good copy goes on reminding you.',
  }),
  'account/signInRefused': () => ({
    title: 'Google did not give the right to read your calendars',
    detail: 'On its pages choose your account, and allow Office Hours to see your calendars.',
  }),
  'account/signInTimedOut': () => ({
    title: 'No answer came from the browser',
    detail: 'Press “Sign in with Google” again, and finish on the page that opens.',
  }),
  'account/badClient': () => ({
    title: 'Google does not know this OAuth client',
    detail:
      'Check client ID and client secret: both are in the Google Cloud console under Clients, for a client of the type “Desktop app”.',
  }),
  'account/clientForbidden': () => ({
    title: 'Google does not let this OAuth client read calendars',
    detail: 'Enable the “CalDAV API” in the project of the client, wait a minute, and sign in again.',
  }),
  'account/noBasic': (server: string) => ({
    title: `${server} offers no login by password`,
    detail:
      'Office Hours logs in by name and password only. Ask the server for an iCal address (ICS) instead.',
  }),
  'account/forbidden': (server: string) => ({
    title: `${server} does not allow you to read this`,
    detail: 'You are logged in, but the calendar is not shared with you. Ask its owner.',
  }),
  'account/notCalDav': (server: string) => ({
    title: `${server} offers no calendars here`,
    detail:
      'It answers, but not as a calendar server (CalDAV). Copy the CalDAV address from the settings of your provider.',
  }),
  'account/noCalendars': () => ({
    title: 'This account has no calendar',
    detail:
      'You are logged in, but there is no calendar with meetings. Make one there, or ask for another account.',
  }),
  'account/gone': (server: string) => ({
    title: `${server} no longer has this calendar`,
    detail: 'It was deleted, renamed or is no longer shared with you. Look at the calendars of the account.',
  }),
  'account/otherServer': (server: string, other: string) => ({
    title: `${server} sends you to ${other}`,
    detail: `Your password was not sent there. If ${other} is your provider’s server, enter its address instead.`,
  }),
  'account/passwordWanted': (server: string) => ({
    title: 'Enter the password',
    detail: `The stored one is for ${server} and the name there. It is sent nowhere else unless you enter it.`,
  }),
  'account/noneThere': (server: string) => ({
    title: `None of your calendars is at ${server}`,
    detail: 'Nothing was changed. Check the address and the name, or add it as another account.',
  }),
  'account/alreadyThere': (name: string, user: string) => ({
    title: `You have the account of ${user} at ${name} already`,
    detail: 'Nothing was changed. Remove that account first, then change the address of this one.',
  }),
  'account/notMoved': (server: string) => ({
    title: `This calendar was not found at ${server}`,
    detail:
      'Its account has moved there. The last copy goes on reminding you; remove the calendar once you no longer need it.',
  }),
  'account/brokenAnswer': (server: string) => ({
    title: `${server} gave an answer that cannot be read`,
    detail: 'It is incomplete or damaged, so it was not used. Often that passes.',
  }),
  'account/endless': (server: string) => ({
    title: `${server} lists its changes without end`,
    detail: 'The calendar was not read to the end, so nothing was changed. Tell the owner of the server.',
  }),
  'answer/notThere': () => ({
    title: 'There is no invitation to answer here any more',
    detail: 'The meeting was changed or deleted, or you are no longer invited. Its calendar is read again.',
  }),
  'answer/onlyAll': () => ({
    title: 'This one date cannot be answered alone',
    detail:
      'It is no longer in the calendar, or its time is written in a way that Office Hours cannot repeat. Answer the whole series, or this date in your calendar.',
  }),
  'answer/changedMeanwhile': (server: string) => ({
    title: 'The meeting changed while you answered',
    detail: `Your answer was not sent. Look at what ${server} says now, and answer again.`,
  }),
  'answer/forbidden': (server: string) => ({
    title: `${server} does not take answers from here`,
    detail:
      'You may read this calendar and not change it, or its owner answers in another way. Answer in your calendar or to the mail.',
  }),
  'answer/noVersion': (server: string) => ({
    title: 'Your answer was not sent',
    detail: `${server} does not say which version of the meeting it has, so that an answer could overwrite a change. Answer in your calendar or to the mail.`,
  }),
  'answer/notSent': () => ({
    title: 'Your answer was not sent',
    detail: 'The server could not be reached. Answer again when you are online.',
  }),
  'answer/paused': () => ({
    title: 'This calendar is paused',
    detail: 'Resume it under Calendars, then answer.',
  }),
  'answer/tooLate': () => ({
    title: 'This answer can no longer be taken back',
    detail: 'Office Hours was restarted, or the meeting changed since. Answer again instead.',
  }),
} satisfies ProblemTexts;

export type AccountProblemCode = CodeOf<typeof texts>;
export const { problem: accountProblem, failure: accountFailure } = problemsOf(texts);

const WAITING: ReadonlySet<string> = new Set<AccountProblemCode>([
  'account/noPassword',
  'account/noPassphrase',
  'account/keyringLocked',
  'account/signInAgain',
]);

/** Whether a calendar waits until the user has entered a password or passphrase, or unlocked the keyring: nothing is wrong. */
export const waitsForLogin = (problem: Problem | null): boolean =>
  problem !== null && WAITING.has(problem.code);
