import { accountFailure, accountProblem } from '#core/caldav/problems.ts';
import { ACCOUNT_BODY, CALENDARS_BODY } from '#core/caldav/davBodies.ts';
import { isCalendar, readCalendars, type DavCalendar } from '#core/caldav/davCalendar.ts';
import { caldav, dav } from '#core/caldav/davNames.ts';
import { childOf, hrefsIn, type Multistatus } from '#core/caldav/multistatus.ts';
import { addressesToAsk, mayLogIn, readGivenServer } from '#core/caldav/serverAddress.ts';
import { success, type Problem, type Result } from '#base';
import type { Dns } from '../../ports/dns.ts';
import type { DavLogin, Http } from '../../ports/http.ts';
import {
  asResult,
  createDavClient,
  nameOf,
  type DavAnswer,
  type DavClient,
  type DavClientParts,
} from './davClient.ts';

/** The calendars of an account. */
export interface FoundCalendars {
  /** URL of the server that has the account. */
  readonly server: string;
  readonly calendars: readonly DavCalendar[];
  /** The user's own mail addresses, as the server names them; lower case. */
  readonly addresses: readonly string[];
}

export interface DiscoveryPorts extends Pick<DavClientParts, 'turn'> {
  readonly http: Pick<Http, 'dav'>;
  readonly dns: Dns;
}

/**
 * Finds the calendars of an account (RFC 6764, RFC 5397, RFC 4791 §6.2): the server of a domain by DNS, then the
 * principal, then its homes, then the calendars in them.
 * @param given address, domain or email address, as the user wrote it
 */
export async function discoverCalendars(
  { http, dns, turn }: DiscoveryPorts,
  given: string,
  login: DavLogin,
  signal: AbortSignal,
): Promise<Result<FoundCalendars>> {
  const server = readGivenServer(given);
  if (server === null) return accountFailure('account/notServer');
  const found = server.kind === 'server' ? success([server.url]) : await serversOf(dns, server.domain);
  if (!found.ok) return found;
  let worst: Problem | null = null;
  for (const url of found.value) {
    const outcome = await discoverAt(createDavClient({ http, login, server: url, signal, turn }), url);
    if (outcome.kind === 'done') return outcome.result;
    worst = worseOf(worst, outcome.problem);
  }
  return {
    ok: false,
    problem: worst ?? accountProblem('account/notCalDav', nameOf(found.value[0] ?? given)),
  };
}

/** The servers that a domain names in DNS, and the domain itself. */
async function serversOf(dns: Dns, domain: string): Promise<Result<readonly string[]>> {
  const own = `https://${domain}/`;
  const named = (await dns.calendarServices(domain)).map(({ host, port, path }) => {
    const url = new URL(`https://${host}/`);
    url.port = String(port);
    url.pathname = path ?? '/';
    return url.href;
  });
  // DNS answers are not protected: a password goes to another organisation only if the user enters its address.
  const other = named.find((url) => !mayLogIn(own, url));
  if (other !== undefined) return accountFailure('account/otherServer', domain, nameOf(other));
  return success([...named, own]);
}

type Attempt =
  | { readonly kind: 'done'; readonly result: Result<FoundCalendars> }
  /** Another address may know more. */
  | { readonly kind: 'no'; readonly problem: Problem };

const done = (result: Result<FoundCalendars>): Attempt => ({ kind: 'done', result });

/** Tries the addresses of one server. */
async function discoverAt(client: DavClient, server: string): Promise<Attempt> {
  let worst: Problem | null = null;
  for (const url of addressesToAsk(server)) {
    const answer = await client({ method: 'PROPFIND', url, depth: 0, body: ACCOUNT_BODY });
    // It is the right server: no other address accepts the login.
    if (!answer.ok && answer.status === 401) return done(asResult(answer));
    if (!answer.ok) {
      worst = worseOf(worst, answer.problem);
      // Each silence is waited for, and the other address is on the same server.
      if (answer.problem.code === 'feed/silent') break;
      continue;
    }
    const isOne = answer.multistatus.responses.some(isCalendar);
    const person = await personOf(client, answer);
    if (!person.ok && !isOne) return done(person);
    const { homes, addresses } = person.ok ? person.value : { homes: [], addresses: [] };
    if (isOne || homes.length > 0) {
      const found = isOne
        ? await calendarsIn(client, server, [answer.url], 0)
        : await calendarsIn(client, server, homes, 1);
      return done(found.ok ? success({ ...found.value, addresses }) : found);
    }
  }
  return { kind: 'no', problem: worst ?? accountProblem('account/notCalDav', nameOf(server)) };
}

/** What a server knows of the user. */
interface Person {
  /** Of the calendars, absolute; empty if this resource knows none. */
  readonly homes: readonly string[];
  /** Mail addresses; lower case. */
  readonly addresses: readonly string[];
}

const personIn = ({ url, multistatus }: Extract<DavAnswer, { ok: true }>): Person => ({
  homes: hrefsOf(multistatus, caldav('calendar-home-set'), url),
  addresses: [
    ...new Set(
      hrefsOf(multistatus, caldav('calendar-user-address-set'), url)
        .map((href) => /^mailto:([^?]+@[^?]+)/i.exec(href)?.[1]?.toLowerCase())
        .filter((address) => address !== undefined),
    ),
  ],
});

async function personOf(
  client: DavClient,
  answer: Extract<DavAnswer, { ok: true }>,
): Promise<Result<Person>> {
  const { url, multistatus } = answer;
  const own = personIn(answer);
  if (own.homes.length > 0) return success(own);
  // Some servers answer strangers, and tell so (RFC 5397 §3).
  const isStranger = multistatus.responses.some(
    ({ props }) => childOf(props.get(dav('current-user-principal')), dav('unauthenticated')) !== undefined,
  );
  if (isStranger) return accountFailure('account/wrongPassword', nameOf(url), null);
  const [principal] = hrefsOf(multistatus, dav('current-user-principal'), url);
  if (principal === undefined) return success(own);
  const principalAnswer = await client({ method: 'PROPFIND', url: principal, depth: 0, body: ACCOUNT_BODY });
  return principalAnswer.ok ? success(personIn(principalAnswer)) : asResult(principalAnswer);
}

const hrefsOf = ({ responses }: Multistatus, property: string, base: string): readonly string[] =>
  responses
    .flatMap((response) => hrefsIn(response, property))
    .map((href) => URL.parse(href, base)?.href)
    .filter((href) => href !== undefined);

/** @param depth 1 for homes, 0 for a calendar itself */
async function calendarsIn(
  client: DavClient,
  server: string,
  homes: readonly string[],
  depth: 0 | 1,
): Promise<Result<Omit<FoundCalendars, 'addresses'>>> {
  const calendars = new Map<string, DavCalendar>();
  for (const url of homes) {
    const answer = await client({ method: 'PROPFIND', url, depth, body: CALENDARS_BODY });
    if (!answer.ok) return asResult(answer);
    for (const calendar of readCalendars(answer.multistatus, answer.url))
      calendars.set(calendar.url, calendar);
  }
  if (calendars.size === 0) return accountFailure('account/noCalendars');
  return success({ server, calendars: [...calendars.values()] });
}

/** How much a problem of one address says about the account, the most last. */
const TELLING = [
  'account/gone',
  'account/notCalDav',
  'feed/unreachable',
  'feed/silent',
  'account/brokenAnswer',
  'account/forbidden',
  'network/certificate',
  'account/otherServer',
];

/** Of two failed addresses, the problem that the user can act on. */
const worseOf = (one: Problem | null, other: Problem): Problem =>
  one === null || TELLING.indexOf(other.code) > TELLING.indexOf(one.code) ? other : one;
