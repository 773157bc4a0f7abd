import { feedsFailure, feedsProblem } from '#core/feeds/problems.ts';
import { posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import { success, type Problem, type Result } from '#base';
import { calendarOfAddress } from './calendarPage.ts';
import { rawAddress } from './codeHost.ts';
import { isCalendarId, publicAddress, readGoogleLink } from './googleAddress.ts';

/** The address in an `<iframe>` that embeds a calendar; other text as it is. */
const embedded = (text: string): string => {
  const source = /^<iframe\b[^>]*?\ssrc\s*=\s*["']([^"']+)["']/i.exec(text)?.[1];
  return source === undefined ? text : source.replaceAll('&amp;', '&');
};

const plain = (pasted: string): string =>
  embedded(pasted.trim()).replace(/^(?:mailto:)?["'<](.*)["'>]$/, '$1');

/** The name of a site, such as `example.org`; the name of a file looks alike. */
const isSite = (text: string): boolean =>
  /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}$/i.test(text) && !FILE_NAME.test(text);

/** Files that a person may mean; none of these is the end of a site’s name. */
const FILE_NAME = /\.(?:ics|ical|mdx?|markdown|txt|rst|adoc|ya?ml|json|toml|csv|html?|vtt|srt|pdf|docx?)$/i;

const asHttps = (text: string): string =>
  /^webcals?:/i.test(text)
    ? text.replace(/^webcals?:/i, 'https:')
    : /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(text) || isSite(text)
      ? `https://${text}`
      : text;

const web = (url: string): Result<SourceAddress> => success({ kind: 'web', url });
const file = (path: string): Result<SourceAddress> => success({ kind: 'file', path });

/**
 * The normal form of the address that a person pasted: an https or http URL, or an absolute path.
 * webcal becomes https; links to and ids of Google calendars become their public addresses; pages of calendars and of
 * files become the addresses of their data. Nothing is fetched.
 * @param platform as Node names it; decides how paths look
 */
export function recogniseAddress(pasted: string, platform: string): Result<SourceAddress> {
  const text = plain(pasted);
  if (text === '' || /\p{Cc}/u.test(text)) return feedsFailure('feed/unknownAddress');
  // Opening a share of another computer would send it the user's Windows log-in.
  if (/^(?:\\\\|\/\/)/.test(text)) return feedsFailure('feed/unknownAddress');
  const paths = platform === 'win32' ? win32 : posix;
  if (paths.isAbsolute(text)) return file(paths.normalize(text));
  if (/^file:/i.test(text)) return recogniseFileUrl(text, platform);
  if (isCalendarId(text)) return web(publicAddress(text));
  const address = asHttps(text);
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return feedsFailure('feed/unknownAddress');
  const url = new URL(address);
  const google = readGoogleLink(url);
  if (google !== null) {
    const [id] = google.ids;
    if (id !== undefined) return web(publicAddress(id));
    return google.address === null
      ? feedsFailure('feed/noCalendarInLink')
      : recogniseWeb(asHttps(google.address));
  }
  return recogniseWeb(url.href);
}

function recogniseWeb(address: string): Result<SourceAddress> {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return feedsFailure('feed/unknownAddress');
  const url = new URL(address);
  url.hash = '';
  // An address is stored and shown; its login is kept apart from it.
  url.username = '';
  url.password = '';
  // Outlook publishes a page and a calendar side by side, and people copy the page's address.
  if (/^outlook\.(?:office365|office|live)\.com$/.test(url.host))
    url.pathname = url.pathname.replace(/\/calendar\.html$/, '/calendar.ics');
  return web(calendarOfAddress(url) ?? rawAddress(url) ?? url.href);
}

function recogniseFileUrl(text: string, platform: string): Result<SourceAddress> {
  if (!URL.canParse(text)) return feedsFailure('feed/unknownAddress');
  const url = new URL(text);
  if (url.host !== '') return feedsFailure('feed/unknownAddress');
  try {
    return file(fileURLToPath(url, { windows: platform === 'win32' }));
  } catch {
    return feedsFailure('feed/unknownAddress');
  }
}

/** The login that a pasted address holds (`https://user:password@…`); null if it holds none. */
export function loginInAddress(pasted: string): { readonly user: string; readonly password: string } | null {
  const url = URL.parse(asHttps(plain(pasted)));
  if (url === null || !/^https?:$/.test(url.protocol) || url.username === '') return null;
  try {
    return { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  } catch {
    return { user: url.username, password: url.password };
  }
}

/** What the user should know about an address before following it. @param address recognised in `pasted` */
export function warningsOf(pasted: string, address: SourceAddress): Problem[] {
  const text = asHttps(plain(pasted));
  const google = URL.canParse(text) ? readGoogleLink(new URL(text)) : null;
  const others = google?.ids.slice(1) ?? [];
  // On this computer there is no network in between.
  const isOpen =
    address.kind === 'web' && /^http:\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))/i.test(address.url);
  return [
    ...(isOpen ? [feedsProblem('feed/unprotected')] : []),
    ...(others.length > 0 ? [feedsProblem('feed/severalCalendars', others)] : []),
  ];
}
