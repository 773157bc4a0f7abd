import type { Problem } from '#base';
import type { HttpFailure, HttpFailureReason } from '../ports/http.ts';
import { hostAdvice } from './hostAdvice.ts';

/**
 * Problems of fetching a feed. None holds an address, which may hold a token. None says what is shown meanwhile: a new
 * feed, or one with a damaged copy, has nothing to show.
 */

const problemOf = (code: string, title: string, detail: string): Problem => ({
  code: `feed/${code}`,
  title,
  detail,
});

export const unreachable = problemOf(
  'unreachable',
  'The server cannot be reached',
  'The app tries again automatically. If other calendars fail too, check your network.',
);

const silent = problemOf('silent', 'The server stopped answering', 'The app tries again automatically.');

const certificate = problemOf(
  'certificate',
  'The server’s certificate is not valid',
  'Or your network intercepts encrypted connections. Tell the owner of the server; in a company, ask your network administrators.',
);

const redirected = problemOf(
  'redirected',
  'The server redirects to an address that the app does not follow',
  'The redirects go in circles, or to an unencrypted address. Copy the address again from its source.',
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
  'Check that you may open it, and that its disk is connected.',
);

export const lockedAddress = problemOf(
  'lockedAddress',
  'The address of this feed is locked',
  'It is encrypted, and your system did not decrypt it. Unlock the keyring and choose “Update now”, or paste the address again.',
);

export const empty = problemOf(
  'empty',
  'The answer was empty',
  'Nothing came from this address. The app tries again automatically.',
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
  'Part of it is missing. The app tries again automatically.',
);

const USE_ANYWAY =
  'Often that is a mistake where it comes from, so the meetings from the last good update stay. If it is right, choose “Use it anyway”; after three days the app does so automatically.';

export const lostEverything = problemOf(
  'lostEverything',
  'The calendar suddenly holds no meetings',
  USE_ANYWAY,
);

/** The new copy holds less than half of the meetings of the last good one. */
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

/** Why a request gave no calendar. @param address of the feed; only its server is named */
export const problemOfFailure = ({ reason, status }: HttpFailure, address: string): Problem =>
  reason === 'status' ? problemOfStatus(status, address) : problemOfReason[reason];

/** Why a server sent no body, by its HTTP status; 0 if it was not reached. */
export function problemOfStatus(status: number, address: string): Problem {
  if (status === 0) return unreachable;
  if (status === 413) return tooLarge;
  const advice = hostAdvice(address);
  if (status === 404 || status === 410)
    return problemOf(
      'notFound',
      `${advice.server} says that this address is gone (${status})`,
      advice.whenGone ??
        'Perhaps it was mistyped, or the calendar has moved or was deleted. Copy the address again from its source.',
    );
  if (status === 401 || status === 403)
    return problemOf(
      'refused',
      `${advice.server} refuses access (${status})`,
      advice.whenRefused ??
        'Its private address was probably reset, or the calendar is not public. Copy the new address and add it.',
    );
  if (status === 429)
    return problemOf(
      'tooOften',
      `${advice.server} asks for fewer requests`,
      'The app waits and tries again automatically.',
    );
  if (status >= 500)
    return problemOf(
      'serverTrouble',
      `${advice.server} has a problem (${status})`,
      'The app tries again automatically.',
    );
  return problemOf(
    'unexpected',
    `${advice.server} answered without a calendar (${status})`,
    'Check that the address opens in your browser, and copy it again from its source.',
  );
}
