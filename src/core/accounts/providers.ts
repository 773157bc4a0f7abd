/**
 * Where people have their calendars, in the order in which they are offered, and what the app needs to read them there.
 * The guides in docs/user follow the same list.
 */

/** An ICS address, which the provider shows; or an account on a calendar server (CalDAV), with a name and a password. */
export type ProviderNeed =
  | { readonly kind: 'address' }
  | {
      readonly kind: 'account';
      /** Address of its server; null if each user has another. */
      readonly server: string | null;
      /** Example of the address that the user enters; null if the server is known. */
      readonly serverExample: string | null;
      /** What the provider calls the name. */
      readonly login: 'email' | 'name';
      /** The provider accepts only a password made for apps. */
      readonly isAppPassword: boolean;
    };

export type ProviderId =
  | 'google'
  | 'outlook'
  | 'icloud'
  | 'nextcloud'
  | 'fastmail'
  | 'proton'
  | 'zimbra'
  | 'radicale'
  | 'other';

export interface Provider {
  readonly id: ProviderId;
  /** In the list of providers. */
  readonly name: string;
  /** Above its form, where the name alone says too little. */
  readonly title?: string;
  readonly need: ProviderNeed;
  /** What to click, in short sentences. */
  readonly steps: readonly string[];
  /** Where the user clicks it; left out if that is elsewhere for each user. */
  readonly page?: { readonly name: string; readonly url: string };
}

const account = (
  server: string | null,
  more: Partial<Omit<Extract<ProviderNeed, { kind: 'account' }>, 'kind' | 'server'>> = {},
): ProviderNeed => ({
  kind: 'account',
  server,
  serverExample: server === null ? 'cloud.example.org' : null,
  login: 'email',
  isAppPassword: false,
  ...more,
});

export const providers: readonly Provider[] = [
  {
    id: 'google',
    name: 'Google',
    need: { kind: 'address' },
    steps: [
      'In Google Calendar on the web open Settings and choose your calendar on the left.',
      'Under “Integrate calendar” copy “Secret address in iCal format”, and paste it below.',
    ],
    page: { name: 'Google Calendar', url: 'https://calendar.google.com/calendar/r/settings' },
  },
  {
    id: 'outlook',
    name: 'Outlook',
    need: { kind: 'address' },
    steps: [
      'In Outlook on the web open Settings, Calendar, Shared calendars.',
      'Under “Publish a calendar” choose yours and “Can view all details”, publish it, and copy the ICS link. A company may have switched this off.',
    ],
    page: { name: 'Outlook', url: 'https://outlook.office.com/calendar' },
  },
  {
    id: 'icloud',
    name: 'iCloud',
    need: account('https://caldav.icloud.com/', { isAppPassword: true }),
    steps: [
      'At account.apple.com open Sign-In and Security, then App-Specific Passwords, and make one for Office Hours.',
      'The name is the email address of your Apple Account.',
    ],
    page: { name: 'Apple Account', url: 'https://account.apple.com' },
  },
  {
    id: 'nextcloud',
    name: 'Nextcloud',
    need: account(null, { login: 'name' }),
    steps: [
      'Enter the address at which you open Nextcloud in the browser.',
      'With a second factor make an app password in Nextcloud: Settings, Security, Devices & sessions.',
    ],
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    need: account('https://caldav.fastmail.com/', { isAppPassword: true }),
    steps: [
      'In Fastmail open Settings, Privacy & Security, Manage app passwords, and make one with access to calendars.',
    ],
    page: { name: 'Fastmail', url: 'https://app.fastmail.com/settings' },
  },
  {
    id: 'proton',
    name: 'Proton',
    need: { kind: 'address' },
    steps: [
      'In Proton Calendar on the web open Settings, Calendars, and choose yours.',
      'Under “Share outside Proton” create a link with full view, and copy it.',
    ],
    page: { name: 'Proton Calendar', url: 'https://calendar.proton.me' },
  },
  {
    id: 'zimbra',
    name: 'Zimbra',
    need: account(null, { serverExample: 'mail.example.org' }),
    steps: ['Enter the address at which you read your mail in the browser, and your usual password.'],
  },
  {
    id: 'radicale',
    name: 'Radicale',
    need: account(null, { login: 'name', serverExample: 'https://radicale.example.org' }),
    steps: ['Enter the address of the server, with its port if it has one.'],
  },
  {
    id: 'other',
    name: 'Another…',
    title: 'Another calendar server',
    need: account(null, { login: 'name', serverExample: 'example.org' }),
    steps: [
      'Enter the CalDAV address from your provider’s settings, its domain, or your email address. With a second factor an app password is needed.',
    ],
  },
];

/** The name of an account: its provider if it is a known one, else the host. @param server URL */
export function accountName(server: string): string {
  const host = URL.parse(server)?.host ?? server;
  const known = providers.find(({ need }) => {
    if (need.kind !== 'account' || need.server === null) return false;
    const domain = new URL(need.server).hostname.replace(/^caldav\./, '');
    return host === domain || host.endsWith(`.${domain}`);
  });
  return known?.name ?? host;
}

/** Whether an address is probably one of a calendar server, which wants a login; none is asked. */
export function looksLikeCalDav(address: string): boolean {
  if (/^caldavs?:/i.test(address.trim())) return true;
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return (
    /^(?:cal)?dav\./i.test(url.hostname) ||
    /\/(?:\.well-known\/caldav|remote\.php\/(?:cal)?dav|(?:cal)?dav(?:\.php)?|caldav)(?:\/|$)/i.test(
      url.pathname,
    )
  );
}
