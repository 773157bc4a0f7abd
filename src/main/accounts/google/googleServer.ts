/** Where Google signs users in, and where their calendars are. */
export interface GoogleServer {
  readonly issuer: string;
  /** The page that the browser opens. */
  readonly authorization: string;
  readonly token: string;
  readonly revocation: string;
  /** The beginning of the addresses of calendars. */
  readonly calDav: string;
}

/**
 * The first four as Google publishes them at https://accounts.google.com/.well-known/openid-configuration; the last of
 * https://developers.google.com/workspace/calendar/caldav/v2/guide, which accepts nothing but OAuth.
 */
export const google: GoogleServer = {
  issuer: 'https://accounts.google.com',
  authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  revocation: 'https://oauth2.googleapis.com/revoke',
  calDav: 'https://apidata.googleusercontent.com/caldav/v2/',
};

/**
 * The right to see all calendars, and to change none: the least of those that CalDAV accepts
 * (https://developers.google.com/workspace/calendar/caldav/v2/auth) and that lists calendars, too. With those for events
 * alone (`calendar.events`, `calendar.events.readonly`) Google refuses the list with 403.
 */
export const GOOGLE_SCOPE = 'https://www.googleapis.com/auth/calendar.readonly';

/**
 * A server that speaks like Google's, for tests. Only https pages are opened in the browser.
 * @param base URL of its root
 */
export function googleServerAt(base: string): GoogleServer {
  const at = (path: string): string => new URL(path, base).href;
  return {
    issuer: new URL(base).origin,
    authorization: at('/o/oauth2/v2/auth').replace(/^http:/, 'https:'),
    token: at('/token'),
    revocation: at('/revoke'),
    calDav: at('/caldav/v2/'),
  };
}

/** The resource of a user from which their calendars are found (RFC 5397). */
export const principalOf = ({ calDav }: GoogleServer, email: string): string =>
  `${calDav}${encodeURIComponent(email)}/user`;

/** Whether calendars at this address want a token of Google instead of a password. */
export const isGoogles = ({ calDav }: GoogleServer, url: string): boolean =>
  URL.parse(url)?.origin === new URL(calDav).origin;
