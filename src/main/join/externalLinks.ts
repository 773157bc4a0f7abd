import { joinFailure } from '#core/join/problems.ts';
import { isSteering, type Result, success, visibleLine, withoutControls } from '#base';
import type { Browser } from '../ports/browser.ts';

/**
 * The only way of an address to the world outside. What a feed, a note or the window names is untrusted:
 * on every system there are schemes that run programs or send the user's log-in away.
 */
export interface ExternalLinks {
  /** Opens a web page, or a new mail. */
  openLink(address: string): Promise<Result<null>>;
  /** Opens a room: a web page, or a meeting program by its own scheme. */
  openRoom(address: string): Promise<Result<null>>;
  /** Opens a new mail of the user's own; without its text where that is too long for a link. */
  openMail(mail: Mail): Promise<Result<'whole' | 'withoutText'>>;
}

/** A mail to be looked at and sent by the user. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Schemes of the meeting programs that `shared/join` makes addresses for. */
const ROOM_SCHEMES: ReadonlySet<string> = new Set(['zoommtg:', 'msteams:', 'slack:', 'jitsi-meet:']);

/** The most that Windows opens (ShellExecute). */
const LONGEST_ADDRESS = 2081;

/** The address as we would write it, or null where it must not leave the app. */
export function checkedLink(address: string): string | null {
  const url = parse(address);
  if (url === null) return null;
  // An https site answers at nearly every http address in old meeting notes, and nothing is sent in the clear.
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:';
  if (url.protocol === 'https:') return withinLimit(url.href);
  return url.protocol === 'mailto:' ? checkedMail(url) : null;
}

/** As {@link checkedLink}, but for rooms: https and the schemes of known meeting programs. */
export function checkedRoom(address: string): string | null {
  const url = parse(address);
  if (url === null) return null;
  if (url.protocol === 'https:') return withinLimit(url.href);
  // The address becomes an argument of a program: nothing in it may end or begin an argument.
  const isPlain = /^[\w\-.~:/?#@!$&()*+,;=%]+$/.test(url.href);
  return ROOM_SCHEMES.has(url.protocol) && isPlain ? withinLimit(url.href) : null;
}

function parse(address: string): URL | null {
  // URL drops tabs and line ends inside an address silently, so they are looked for before.
  if (isSteering(address.trim())) return null;
  const url = URL.parse(address.trim());
  return url !== null && url.username === '' && url.password === '' ? url : null;
}

const withinLimit = (href: string): string | null => (href.length <= LONGEST_ADDRESS ? href : null);

/** One receiver. `?`, `#`, `&` and what `%` may stand for would begin other fields of a mail: copies, attached files. */
const isMailAddress = (text: string): boolean => /^[\w.!$'*+/=^{|}~-]+@[\w.-]+$/.test(text);

/** A line end in it would begin another header. Half a character cannot be encoded. */
const subjectField = (subject: string): string =>
  `subject=${encodeURIComponent(visibleLine(subject.toWellFormed()))}`;

/** RFC 6068 §5: lines of a text end with %0D%0A. */
function mailLink({ to, subject, text }: Mail): string | null {
  if (!isMailAddress(to)) return null;
  const body = encodeURIComponent(withoutControls(text.toWellFormed()).replaceAll(/\r?\n/g, '\r\n'));
  return `mailto:${to}?${subjectField(subject)}&body=${body}`;
}

/** Only receiver and subject: some mail programs attach files or send copies by other fields. */
function checkedMail(url: URL): string | null {
  const receiver = url.pathname;
  if (!isMailAddress(receiver)) return null;
  const subject = url.searchParams.get('subject');
  return withinLimit(`mailto:${receiver}${subject === null ? '' : `?${subjectField(subject)}`}`);
}

/** The gate in front of the browser. */
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
    openMail: async (mail) => {
      const whole = mailLink(mail);
      const link = whole === null ? null : withinLimit(whole);
      const opened = await open(link ?? mailLink({ ...mail, text: '' }));
      return opened.ok ? success(link === null ? 'withoutText' : 'whole') : opened;
    },
  };
}
