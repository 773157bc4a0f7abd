import { z } from 'zod';
import { problemsOf, success, type CodeOf, type Problem, type ProblemTexts, type Result } from '#base';
import { indexServices, lookUpHost } from './serviceIndex.ts';
import type { MeetingService } from './meetingService.ts';
import { services } from './services.ts';

/**
 * A meeting service added by the user, for example the Jitsi server of an employer. Its rooms are https pages; the
 * only app scheme it may use is that of Jitsi Meet.
 */
export const ownService = z.object({
  /** Display name. */
  name: z.string(),
  /** Host name; matches itself and its sub-hosts. */
  host: z.string(),
  /** Path pattern: `/meet/{room}`. `{room}` is one segment with the room, `*` any one segment. */
  path: z.string(),
  app: z.enum(['none', 'jitsi-meet']),
});
export type OwnService = z.infer<typeof ownService>;

/** Enough for any user; each service costs time for every link. */
export const MAX_OWN_SERVICES = 50;

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Second-level registries, as in `co.uk`: as a host they would match a whole country. */
const SHARED_NAMES = new Set(['ac', 'co', 'com', 'edu', 'gob', 'gov', 'gv', 'ne', 'net', 'or', 'org']);

/** Hosts where anyone can publish pages: they would turn other people's pages into rooms. */
const SHARED_HOSTS: ReadonlySet<string> = new Set([
  'github.io',
  'gitlab.io',
  'pages.dev',
  'workers.dev',
  'netlify.app',
  'vercel.app',
  'web.app',
  'firebaseapp.com',
  'herokuapp.com',
  'azurewebsites.net',
  'amazonaws.com',
  'blogspot.com',
  'google.com',
]);

const known = indexServices(services);

/** `name`: the host, or the service that it belongs to. */
const REASONS = {
  notAHost: () => ({
    title: 'This is not a host name',
    detail:
      'Write it as in an address, for example meet.example.org, without a port and in the letters a to z.',
  }),
  notPlain: () => ({
    title: 'Only hosts with a plain name can be added',
    detail:
      'Names in other scripts and bare numbers are used for look-alikes. Ask your administrator for the plain name.',
  }),
  shared: (name: string) => ({
    title: `${name} is shared by many sites`,
    detail:
      'Enter the host of your own service, for example meet.example.org, so that pages of others are not taken for rooms.',
  }),
  builtIn: (name: string) => ({
    title: `${name} is built in`,
    detail: 'Its rooms are found without an entry.',
  }),
  noName: () => ({
    title: 'The service needs a name',
    detail: 'Up to 40 characters, for example “Our Jitsi”.',
  }),
  notAPath: () => ({
    title: 'This is not a path pattern',
    detail: 'Write {room} in place of the room, for example /{room} or /meet/{room}; * matches any one part.',
  }),
  notOneRoom: () => ({
    title: 'The path must contain {room} exactly once',
    detail: 'Write it in place of the room, for example /{room}.',
  }),
  listed: () => ({
    title: 'This service is already in the list',
    detail: 'Remove the other entry first, or enter another path.',
  }),
  tooMany: () => ({
    title: `More than ${MAX_OWN_SERVICES} services cannot be added`,
    detail: 'Remove one that you no longer need.',
  }),
} satisfies Record<string, (name: string) => Omit<Problem, 'code'>>;

/** Why a service cannot be added, and what to write instead. */
const texts = {
  'services/refused': (reason: keyof typeof REASONS, name = '') => REASONS[reason](name),
} satisfies ProblemTexts;

export type ServiceProblemCode = CodeOf<typeof texts>;
const { failure } = problemsOf(texts);
const refusal = (reason: keyof typeof REASONS, name?: string): Result<never> =>
  failure('services/refused', reason, name);

/** `Meet.Example.org`, `https://meet.example.org/x` and `meet.example.org.` give the same host. */
const tidyHost = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.$/, '');

function problemOfHost(host: string): Result<never> | null {
  const labels = host.split('.');
  if (labels.length < 2 || host.length > 253 || !labels.every((label) => LABEL.test(label)))
    return refusal('notAHost');
  if (host.includes('xn--') || /^\d+$/.test(labels.at(-1) ?? '')) return refusal('notPlain');
  const [second = '', top = ''] = labels.slice(-2);
  const isShared = labels.length === 2 && top.length === 2 && SHARED_NAMES.has(second);
  if (isShared || SHARED_HOSTS.has(host)) return refusal('shared', host);
  const same = lookUpHost(known, host)?.[0];
  if (same !== undefined) return refusal('builtIn', same.service.name);
  return null;
}

const PART = /^(?:\{room\}|\*|[\w.~-]+)$/;

/**
 * Validates and normalises a service that the user entered. A failure says what is wrong and what to write instead.
 */
export function checkOwnService(written: OwnService, others: readonly OwnService[]): Result<OwnService> {
  const [name, host] = [written.name.trim(), tidyHost(written.host)];
  if (name === '' || name.length > 40) return refusal('noName');
  const wrongHost = problemOfHost(host);
  if (wrongHost !== null) return wrongHost;
  const path = `/${written.path.trim().replace(/^\/+|\/+$/g, '')}`;
  const parts = path.slice(1).split('/');
  if (path.length > 200 || parts.length > 8 || !parts.every((part) => PART.test(part)))
    return refusal('notAPath');
  if (parts.filter((part) => part === '{room}').length !== 1) return refusal('notOneRoom');
  if (others.some((other) => other.host === host && other.path === path)) return refusal('listed');
  if (others.length >= MAX_OWN_SERVICES) return refusal('tooMany');
  return success({ name, host, path, app: written.app });
}

const toRow = ({ name, host, path, app }: OwnService): MeetingService => {
  const parts = path
    .slice(1)
    .split('/')
    .map((part) =>
      part === '{room}' ? '(?<id>[^/]+)' : part === '*' ? '[^/]+' : part.replaceAll('.', '\\.'),
    );
  return {
    id: `own:${host}`,
    name,
    hosts: [host],
    forms: [{ path: new RegExp(`^/${parts.join('/')}/?$`), directness: 'room' }],
    passcodeIn: 'pwd',
    writesPasscode: true,
    idsPerHost: true,
    ...(app === 'jitsi-meet' && { native: { kind: 'scheme', scheme: 'jitsi-meet', withHost: true } }),
  };
};

let lastRows: { readonly text: string; readonly rows: readonly MeetingService[] } = { text: '[]', rows: [] };

/**
 * Rows for the table of services. Invalid entries of a hand-edited file are left out. The same list returns the same
 * rows, because an index is cached by them.
 */
export function rowsOf(own: readonly OwnService[]): readonly MeetingService[] {
  const text = JSON.stringify(own);
  if (text === lastRows.text) return lastRows.rows;
  const kept: OwnService[] = [];
  for (const one of own) {
    const checked = checkOwnService(one, kept);
    if (checked.ok) kept.push(checked.value);
  }
  lastRows = { text, rows: kept.map(toRow) };
  return lastRows.rows;
}
