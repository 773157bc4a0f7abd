import type { Problem } from '#base';
import type { HttpFailure, HttpFailureReason } from '../ports/http.ts';
import { hostAdvice } from './hostAdvice.ts';

/**
 * What can be wrong with a feed's answer, in plain words. No address is in any of them: it may hold a token. What is
 * shown meanwhile is not said here: a new feed, or one with a damaged copy, has nothing to show.
 */

const problemOf = (code: string, title: string, detail: string): Problem => ({
  code: `feed/${code}`,
  title,
  detail,
});

export const unreachable = problemOf(
  'unreachable',
  'The server cannot be reached',
  'The app tries again by itself; look at your network if others fail too.',
);

const silent = problemOf('silent', 'The server stopped answering', 'The app tries again by itself.');

const certificate = problemOf(
  'certificate',
  'The server cannot prove who it is',
  'Its certificate is not valid, or your network looks into protected connections. Tell its owner; in a company, ask those who run the network.',
);

const redirected = problemOf(
  'redirected',
  'The server sends us somewhere we do not go',
  'It redirects in circles or to an unprotected address. Copy the address again from its source.',
);

export const tooLarge = problemOf(
  'tooLarge',
  'This calendar is too large',
  'It was not read. Ask its owner for a smaller one, for example without past years.',
);

export const noFile = problemOf(
  'noFile',
  'This file is not there any more',
  'It was moved, renamed or deleted. Put it back, or remove this feed and add the file from its new place.',
);

export const unreadableFile = problemOf(
  'unreadableFile',
  'This file cannot be read',
  'Look whether you are allowed to open it, and whether its disk is connected.',
);

export const lockedAddress = problemOf(
  'lockedAddress',
  'The address of this feed is locked',
  'It is encrypted, and your system did not open it. Unlock its keyring and choose “Update now”, or paste the address again.',
);

export const empty = problemOf(
  'empty',
  'The answer was empty',
  'Nothing came from this address. The app tries again by itself.',
);

export const webPage = problemOf(
  'webPage',
  'This address leads to a web page, not to a calendar',
  'Often it is a login page. Look for a link to “iCal” or “ICS” in the calendar’s settings or on that page, and paste that.',
);

export const notCalendar = problemOf(
  'notCalendar',
  'This is not a calendar',
  'The app reads iCalendar (.ics) files. Look for a link to “iCal” or “ICS” at the same place.',
);

export const cutOff = problemOf(
  'cutOff',
  'The answer broke off in the middle',
  'Part of it is missing. The app tries again by itself.',
);

const USE_ANYWAY =
  'Often that is a mistake where it comes from, so the meetings from the last good update stay. If it is right, choose “Use it anyway”; when it stays so for three days the app does that by itself.';

export const lostEverything = problemOf(
  'lostEverything',
  'The calendar suddenly holds no meetings',
  USE_ANYWAY,
);

/** The new copy holds less than half of what the last good one holds. */
export const lostMost = (before: number, now: number): Problem =>
  problemOf('lostMost', `The calendar suddenly holds ${now} meetings instead of ${before}`, USE_ANYWAY);

const problemOfReason: Readonly<Record<Exclude<HttpFailureReason, 'status'>, Problem>> = {
  unreachable,
  certificate,
  silence: silent,
  cutOff,
  tooLarge,
  redirect: redirected,
};

/** Why a request gave no calendar. @param address of the feed; only whose server it is is told from it */
export const problemOfFailure = ({ reason, status }: HttpFailure, address: string): Problem =>
  reason === 'status' ? problemOfStatus(status, address) : problemOfReason[reason];

/** Why a server did not give a body, by its HTTP status; 0 when it was not reached. */
export function problemOfStatus(status: number, address: string): Problem {
  if (status === 0) return unreachable;
  if (status === 413) return tooLarge;
  const advice = hostAdvice(address);
  if (status === 404 || status === 410)
    return problemOf(
      'notFound',
      `${advice.server} says this address is gone (${status})`,
      advice.whenGone ??
        'Perhaps it was mistyped, or the calendar has moved or was deleted. Copy the address again from its source.',
    );
  if (status === 401 || status === 403)
    return problemOf(
      'refused',
      `${advice.server} does not let us in (${status})`,
      advice.whenRefused ??
        'Its private address was probably reset, or the calendar is not public. Copy the new address and add it.',
    );
  if (status === 429)
    return problemOf(
      'tooOften',
      `${advice.server} asks us to come less often`,
      'The app waits and tries again by itself.',
    );
  if (status >= 500)
    return problemOf(
      'serverTrouble',
      `${advice.server} has a problem (${status})`,
      'The app tries again by itself.',
    );
  return problemOf(
    'unexpected',
    `${advice.server} gave an answer that is no calendar (${status})`,
    'Look whether the address opens in your browser, and copy it again from its source.',
  );
}
