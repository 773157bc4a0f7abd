/** What to do after a refusal, by server: each shows the address of a calendar in another place. */
interface HostAdvice {
  /** The subject of a sentence about the server. */
  readonly server: string;
  readonly whenGone?: string;
  readonly whenRefused?: string;
}

interface HostRow extends HostAdvice {
  readonly host: RegExp;
  readonly path?: RegExp;
}

const makePublic =
  'Its owner has to make the calendar public (Settings → Access permissions), or give you its “Secret address in iCal format”.';

/** The first match counts. */
const rows: readonly HostRow[] = [
  {
    host: /^(?:calendar|www)\.google\.com$/,
    path: /\/public\//,
    server: 'Google',
    whenGone: `There is no public calendar with this id. ${makePublic}`,
    whenRefused: makePublic,
  },
  {
    host: /^(?:calendar|www)\.google\.com$/,
    server: 'Google',
    whenGone: 'Open the calendar’s settings and copy “Secret address in iCal format” again.',
    whenRefused: 'Open the calendar’s settings and copy “Secret address in iCal format” again.',
  },
  {
    host: /^outlook\.(?:office365|office|live)\.com$/,
    server: 'Outlook',
    whenGone:
      'Open Settings → Calendar → Shared calendars, publish the calendar again, and copy its ICS link.',
    whenRefused:
      'Open Settings → Calendar → Shared calendars, publish the calendar again, and copy its ICS link.',
  },
  {
    host: /(?:^|\.)icloud\.com$/,
    server: 'iCloud',
    whenGone: 'Open the calendar’s sharing settings, switch “Public Calendar” on, and copy its link again.',
    whenRefused:
      'Open the calendar’s sharing settings, switch “Public Calendar” on, and copy its link again.',
  },
  {
    host: /(?:^|\.)linuxfoundation\.org$/,
    server: 'The Linux Foundation',
    whenGone: 'Open the project’s meetings page (LFX) and copy the “Subscribe” or “ICS” link again.',
  },
  {
    host: /^(?:github\.com|raw\.githubusercontent\.com)$/,
    server: 'GitHub',
    whenGone: 'The file was moved or renamed, or its repository is not public. Copy its “Raw” address again.',
  },
];

/** The advice for the server of an address. */
export function hostAdvice(address: string): HostAdvice {
  const url = URL.parse(address);
  const found = rows.find(
    ({ host, path }) => url !== null && host.test(url.host) && (path?.test(url.pathname) ?? true),
  );
  return found ?? { server: 'The server' };
}
