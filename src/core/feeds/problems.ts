import { problemsOf, type CodeOf, type ProblemTexts, quoted } from '#base';

/**
 * Problems of feeds. None contains an address, which may contain a token. None says which meetings are shown meanwhile:
 * a new feed, or one with a damaged copy, has none. None says that the app tries again: it does so only for followed
 * feeds, whose health names the time of the next try.
 */

const USE_ANYWAY =
  'Often that is a mistake where it comes from, so the meetings of the last good update stay. If it is right, choose “Use it anyway”; after three days the app does so automatically.';

const texts = {
  // Adding and changing
  'feed/unknownAddress': () => ({
    title: 'This is not the address of a calendar',
    detail:
      'Paste a web address (https:// or webcal://) of a calendar or a community page, the id of a Google calendar, or choose a file (.ics, .md, .yaml).',
  }),
  'feed/noCalendarInLink': () => ({
    title: 'This link names no calendar',
    detail:
      'In Google Calendar open the calendar’s settings and copy “Public address in iCal format” or “Secret address in iCal format”.',
  }),
  'feed/unprotected': () => ({
    title: 'This address is not protected (http)',
    detail:
      'Others on the network can read and change it. If the same address works with https://, use that.',
  }),
  'feed/severalCalendars': (others: readonly string[]) => ({
    title: `This link shows ${others.length + 1} calendars; only the first will be followed`,
    detail: `To follow the others too, paste their ids one by one: ${others.join(', ')}`,
  }),
  'feed/known': (name: string, isText: boolean) => ({
    title: `You follow ${quoted(name)} already`,
    detail: isText
      ? 'This text is in the list of calendars. Change it there.'
      : 'It is in the list of calendars with this address.',
  }),
  'feed/unknown': () => ({
    title: 'This calendar is no longer in the list',
    detail: 'It was removed.',
  }),
  'feed/builtIn': () => ({
    title: 'The built-in catalogue cannot be removed',
    detail: 'Choose under Communities which of its meetings you follow; you may follow none.',
  }),
  'feed/fileNotAllowed': () => ({
    title: 'This file was not read',
    detail: 'Choose it with “Choose a file”, or allow it when you are asked.',
  }),
  'feed/noText': () => ({
    title: 'This calendar is not pasted text',
    detail: 'It has an address instead, which you can change.',
  }),
  'feed/textNotSaved': () => ({
    title: 'The text could not be saved',
    detail: 'Check whether the disk is full or write-protected, and try again.',
  }),
  'feed/noMeetingInText': () => ({
    title: 'No meeting was found in this text',
    detail:
      'It should say on which day, at what time and in which zone, for example: “Every second Tuesday, 17:00 CET, https://zoom.us/j/…”.',
  }),
  /** `kept`: what became of the damaged data, a sentence. */
  'feeds/damaged': (kept: string) => ({
    title: 'Some of your calendars could not be read',
    detail: `${kept} Please add them again.`,
  }),
  // Fetching
  'feed/unreachable': () => ({
    title: 'The server cannot be reached',
    detail: 'Check the address. If other calendars fail too, check your network.',
  }),
  'feed/silent': () => ({
    title: 'The server stopped answering',
    detail: 'It may be busy; usually that passes.',
  }),
  'feed/redirected': () => ({
    title: 'The server redirects to an address that the app does not follow',
    detail:
      'The redirects go in circles, to an unencrypted address, or into your own network. Copy the address again from its source.',
  }),
  'feed/tooLarge': () => ({
    title: 'This calendar is too large',
    detail: 'It was not read. Ask its owner for a smaller one, for example without past years.',
  }),
  'feed/noFile': () => ({
    title: 'This file no longer exists',
    detail:
      'It was moved, renamed or deleted. Put it back, or remove this calendar and add the file from its new place.',
  }),
  'feed/unreadableFile': () => ({
    title: 'This file cannot be read',
    detail: 'Check that you may open it, and that its disk is connected.',
  }),
  'feed/lockedAddress': () => ({
    title: 'The address of this calendar is locked',
    detail:
      'It is encrypted, and your system did not decrypt it. Unlock the keyring and choose “Update now”, or paste the address again.',
  }),
  'feed/notFound': (server: string, status: number, advice: string | null) => ({
    title: `${server} says that this address is gone (${status})`,
    detail:
      advice ??
      'Perhaps it was mistyped, or the calendar has moved or was deleted. Copy the address again from its source.',
  }),
  'feed/refused': (server: string, status: number, advice: string | null) => ({
    title: `${server} refuses access (${status})`,
    detail:
      advice ??
      'Its private address was probably reset, or the calendar is not public. Copy the new address, and change it here with “Change address”.',
  }),
  'feed/loginWanted': (server: string) => ({
    title: `${server} wants a name and a password`,
    detail: 'Enter those that you log in with there. With a second factor it wants an app password.',
  }),
  /** @param advice where its app passwords are made; null if unknown */
  'feed/loginRefused': (server: string, advice: string | null) => ({
    title: `${server} did not accept the name and password`,
    detail:
      advice ??
      'Check both. If you log in with a second factor, the server wants an app password, which its security settings make.',
  }),
  /** @param schemes as the server names them */
  'feed/loginKind': (server: string, schemes: string) => ({
    title: `${server} wants a login of a kind that Office Hours does not have (${schemes})`,
    detail:
      'It knows name and password (Basic and Digest). Ask the owner of the calendar for an address that needs no login.',
  }),
  'feed/loginLocked': (server: string) => ({
    title: `The password for ${server} is locked`,
    detail: 'Unlock the keyring of your system and choose “Update now”, or enter the password again.',
  }),
  'feed/tooOften': (server: string) => ({
    title: `${server} asks for fewer requests`,
    detail: 'It limits how often calendars are fetched; usually that passes within an hour.',
  }),
  'feed/serverTrouble': (server: string, status: number) => ({
    title: `${server} has a problem (${status})`,
    detail: 'The fault is on its side; usually that passes.',
  }),
  'feed/unexpected': (server: string, status: number) => ({
    title: `${server} answered without a calendar (${status})`,
    detail: 'Check that the address opens in your browser, and copy it again from its source.',
  }),
  // Content
  'feed/empty': () => ({
    title: 'The answer was empty',
    detail: 'Nothing came from this address.',
  }),
  'feed/webPage': () => ({
    title: 'This address leads to a web page, not to a calendar',
    detail:
      'Often it is a login page. Look for a link to “iCal” or “ICS” in the calendar’s settings or on that page, and paste that.',
  }),
  'feed/notCalendar': () => ({
    title: 'This is not a calendar',
    detail: 'The app reads iCalendar (.ics) files. Look for a link to “iCal” or “ICS” at the same place.',
  }),
  'feed/cutOff': () => ({
    title: 'The answer broke off in the middle',
    detail: 'Part of it is missing, so it was not used.',
  }),
  'feed/lostEverything': () => ({
    title: 'The calendar suddenly holds no meetings',
    detail: USE_ANYWAY,
  }),
  /** The new copy has less than half of the meetings of the last good one. */
  'feed/lostMost': (before: number, now: number) => ({
    title: `The calendar suddenly holds ${now} meeting${now === 1 ? '' : 's'} instead of ${before}`,
    detail: USE_ANYWAY,
  }),
  'feed/damagedCopy': (name: string) => ({
    title: `The saved copy of ${quoted(name)} was damaged`,
    detail: 'It was kept under another name, and the calendar is being fetched again.',
  }),
  // Limits of time and memory
  'feed/tooHeavy': () => ({
    title: 'This calendar takes too much time or memory to read',
    detail:
      'It is left out, so that the others stay readable. Ask its owner for a smaller one, for example without past years.',
  }),
  'feed/tooHeavyToDate': () => ({
    title: 'The dates of its meetings take too long to compute',
    detail:
      'The meetings found in time are shown, and other calendars are complete. Follow fewer of its meetings, or ask its owner to check events that last for years.',
  }),
  'feed/resting': () => ({
    title: 'Calendars cannot be read at the moment',
    detail:
      'Reading them failed several times. The last good copies are shown; the app tries again within ten minutes.',
  }),
  // Lists of calendars
  'feed/isList': () => ({
    title: 'This is a list of calendars',
    detail: 'Choose which of them you follow.',
  }),
  'feed/packUnreadable': () => ({
    title: 'This starter pack cannot be read',
    detail: 'It is incomplete, or of a later version of the app. Ask for it again, or update the app.',
  }),
  'feed/packEmpty': () => ({
    title: 'There is nothing to share',
    detail: 'Choose at least one calendar or community.',
  }),
  'feed/packNotSaved': () => ({
    title: 'The starter pack could not be saved',
    detail: 'Check whether the disk is full or write-protected, or choose another folder.',
  }),
  'feed/packEntries': (count: number) => ({
    title: `${count} ${count === 1 ? 'entry' : 'entries'} of this starter pack cannot be used`,
    detail: 'Only addresses with https:// and communities that this version of the app knows are taken.',
  }),
  'feed/noDirectory': () => ({
    title: 'The directory of the app no longer has this community',
    detail: 'The meetings that are known stay. Look for the community’s own calendar.',
  }),
  // Community files
  'community/undated': (title: string, questions: readonly string[]) => ({
    title: `${quoted(title)} has no known dates`,
    detail: questions.join(' '),
  }),
  'catalogue/notJson': () => ({
    title: 'This community file cannot be read',
    detail: 'It is not JSON. Ask its author for a corrected file.',
  }),
  'catalogue/wrongShape': (place: string, reason: string) => ({
    title: 'This community file is not valid',
    detail: `At ${place}: ${reason}. Ask its author for a corrected file.`,
  }),
  'catalogue/meeting': (title: string, flaw: string) => ({
    title: `${quoted(title)} has no known dates`,
    detail: `In the community file ${flaw}. All other meetings are listed.`,
  }),
} satisfies ProblemTexts;

export type FeedsProblemCode = CodeOf<typeof texts>;
export const { problem: feedsProblem, failure: feedsFailure } = problemsOf(texts);
