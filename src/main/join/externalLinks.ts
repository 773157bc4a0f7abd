import { joinFailure } from '#core/join/problems.ts';
import { isSteering, type Result, success, visibleLine } from '#base';
import type { Browser } from '../ports/browser.ts';

/**
 * Every external link is opened through here. Addresses from feeds, notes or the window are untrusted: every system has
 * schemes that run programs or send the user's credentials.
 */
export interface ExternalLinks {
  /** Opens a web page, or a new mail. */
  openLink(address: string): Promise<Result<null>>;
  /** Opens a room: a web page, or a meeting program by its own scheme. */
  openRoom(address: string): Promise<Result<null>>;
  /**
   * Opens an empty draft mail. It has no text: the address becomes an argument of a program, which every user of the
   * computer can read in the list of processes.
   */
  openMail(mail: Mail): Promise<Result<null>>;
}

/** A draft that the user fills in and sends. */
export interface Mail {
  /** Null if the user fills it in. */
  readonly to: string | null;
  readonly subject: string;
}

/** Schemes of the meeting programs for which `#meeting-links` makes addresses. */
const ROOM_SCHEMES: ReadonlySet<string> = new Set(['zoommtg:', 'msteams:', 'slack:', 'jitsi-meet:']);

/** Limit of Windows' ShellExecute. */
const LONGEST_ADDRESS = 2081;

/** The normalised address; null if it must not be opened. */
export function checkedLink(address: string): string | null {
  const url = parse(address);
  if (url === null) return null;
  // Nearly every http address in old meeting notes also works over https, which is encrypted.
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:';
  if (url.protocol === 'https:') return withinLimit(url.href);
  return url.protocol === 'mailto:' ? checkedMail(url) : null;
}

/** As {@link checkedLink}, but for rooms: https and the schemes of known meeting programs. */
export function checkedRoom(address: string): string | null {
  const url = parse(address);
  if (url === null) return null;
  if (url.protocol === 'https:') return withinLimit(url.href);
  // The address becomes an argument of a program, so it must not contain quotes or spaces.
  const isPlain = /^[\w\-.~:/?#@!$&()*+,;=%]+$/.test(url.href);
  return ROOM_SCHEMES.has(url.protocol) && isPlain ? withinLimit(url.href) : null;
}

function parse(address: string): URL | null {
  // URL silently drops tabs and line ends inside an address, so check for them first.
  if (isSteering(address.trim())) return null;
  const url = URL.parse(address.trim());
  return url !== null && url.username === '' && url.password === '' ? url : null;
}

const withinLimit = (href: string): string | null => (href.length <= LONGEST_ADDRESS ? href : null);

/** One recipient. `?`, `#`, `&` and `%` could add other fields: copies, attachments. */
const isMailAddress = (text: string): boolean => /^[\w.!$'*+/=^{|}~-]+@[\w.-]+$/.test(text);

/** One line, because a line end would start another header. Well-formed, because a lone surrogate cannot be encoded. */
const subjectField = (subject: string): string =>
  `subject=${encodeURIComponent(visibleLine(subject.toWellFormed()))}`;

/** RFC 6068. */
function mailLink({ to, subject }: Mail): string | null {
  if (to !== null && !isMailAddress(to)) return null;
  return withinLimit(`mailto:${to ?? ''}?${subjectField(subject)}`);
}

/** Keeps recipient and subject only: some mail programs attach files or send copies by other fields. */
function checkedMail(url: URL): string | null {
  const receiver = url.pathname;
  if (!isMailAddress(receiver)) return null;
  const subject = url.searchParams.get('subject');
  return withinLimit(`mailto:${receiver}${subject === null ? '' : `?${subjectField(subject)}`}`);
}

export function createExternalLinks(browser: Browser): ExternalLinks {
  const open = async (address: string | null): Promise<Result<null>> => {
    if (address === null) return joinFailure('join/refusedLink');
    try {
      await browser.open(address);
      return success(null);
    } catch {
      return joinFailure('join/notOpened');
    }
  };
  return {
    openLink: (address) => open(checkedLink(address)),
    openRoom: (address) => open(checkedRoom(address)),
    openMail: (mail) => open(mailLink(mail)),
  };
}
