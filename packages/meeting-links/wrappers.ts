import { lookUpHost } from './serviceIndex.ts';

/**
 * Redirectors of mail filters, chats and search engines, and how to read the inner address. Opaque ones (a token that
 * only their server resolves) are not listed.
 */

/** How a wrapper contains the inner address. */
export type Wrapping =
  /** Percent-encoded in one of these query parameters. */
  | { readonly kind: 'parameter'; readonly names: readonly string[] }
  /** urldefense v1, v2 and v3 by Proofpoint. */
  | { readonly kind: 'urldefense' }
  /** Between `___` and `___` in the path (Check Point Harmony, formerly Avanan). */
  | { readonly kind: 'underscores' }
  /** The last segment of the path, percent-encoded (Cisco Secure Email). */
  | { readonly kind: 'lastSegment' }
  /** A path on the same host, percent-encoded, in a parameter (the page that starts the Teams app). */
  | { readonly kind: 'samePlace'; readonly path: string; readonly name: string }
  /** In base64url in a query parameter (Sophos), not percent-encoded. */
  | { readonly kind: 'base64'; readonly name: string };

interface Wrapper {
  readonly hosts: readonly string[];
  readonly wrapping: Wrapping;
}

const parameter = (hosts: readonly string[], ...names: readonly string[]): Wrapper => ({
  hosts,
  wrapping: { kind: 'parameter', names },
});

const wrappers: readonly Wrapper[] = [
  parameter(
    ['safelinks.protection.outlook.com', 'safelinks.protection.office365.us', 'safelinks.office.net'],
    'url',
  ),
  parameter(['statics.teams.cdn.office.net'], 'url'),
  parameter(['nam.safelink.emails.azure.net'], 'destination'),
  {
    hosts: ['urldefense.com', 'urldefense.us', 'urldefense.proofpoint.com'],
    wrapping: { kind: 'urldefense' },
  },
  {
    hosts: [
      'url.avanan.click',
      'checkpoint.url-protection.com',
      'protect.checkpoint.com',
      'url.emailprotection.link',
    ],
    wrapping: { kind: 'underscores' },
  },
  { hosts: ['secure-web.cisco.com'], wrapping: { kind: 'lastSegment' } },
  {
    hosts: [
      'teams.microsoft.com',
      'teams.microsoft.us',
      'teams.live.com',
      'teams.cloud.microsoft',
      'teams.microsoftonline.cn',
    ],
    wrapping: { kind: 'samePlace', path: '/dl/launcher/launcher.html', name: 'url' },
  },
  parameter(['linkprotect.cudasvc.com'], 'a'),
  parameter(['clicktime.symantec.com'], 'u'),
  { hosts: ['protection.sophos.com'], wrapping: { kind: 'base64', name: 'u' } },
  parameter(['protect.fireeye.com', 'protect2.fireeye.com'], 'u'),
  parameter(['trendmicro.com'], 'url'),
  parameter(['urlsand.esvalabs.com', 'redirect.viglink.com'], 'u'),
  parameter(['deref-gmx.net', 'deref-web.de', 'deref-mail.com'], 'redirectUrl'),
  parameter(['meet.google.com'], 'dest'),
  parameter(['slack-redir.net'], 'url'),
  parameter(
    ['l.facebook.com', 'lm.facebook.com', 'l.instagram.com', 'l.messenger.com', 'l.workplace.com'],
    'u',
  ),
  parameter(['linkedin.com'], 'url'),
  parameter(['out.reddit.com'], 'url'),
  parameter(['vk.com'], 'to'),
  parameter(['t.umblr.com'], 'z'),
  parameter(['steamcommunity.com'], 'url'),
  parameter(['youtube.com'], 'q'),
  parameter(['duckduckgo.com'], 'uddg'),
  parameter(['r.search.yahoo.com'], 'RU'),
  parameter(['accounts.google.com'], 'continue'),
  parameter(['notifications.google.com'], 'url'),
];

/** Wrappers by host. */
export const wrapperIndex: ReadonlyMap<string, Wrapping> = new Map(
  wrappers.flatMap(({ hosts, wrapping }) => hosts.map((host) => [host, wrapping] as const)),
);

/** Google's front page in any country: `google.com`, `www.google.de`, `google.co.uk`, `www.google.com.au`. */
export const isGoogleFront = (host: string): boolean =>
  /^(?:www\.)?google\.(?:com|[a-z]{2,3}|com?\.[a-z]{2})$/.test(host);

/** Whether addresses on a host (in lower case) may be wrappers. */
export const isWrapperHost = (host: string): boolean =>
  lookUpHost(wrapperIndex, host) !== undefined || isGoogleFront(host);
