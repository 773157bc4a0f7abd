import { z } from 'zod';
import { failure, success, type Result } from '#base';
import { indexServices, lookUpHost } from './serviceIndex.ts';
import type { MeetingService } from './meetingService.ts';
import { services } from './services.ts';

/**
 * A meeting service that the user added, for example a Jitsi server of their employer. Its rooms are https pages; the
 * one scheme of an app that they may open by is that of Jitsi Meet, whose addresses we know how to write.
 */
export const ownService = z.object({
  /** For people. */
  name: z.string(),
  /** Host name; it stands for itself and its sub-hosts. */
  host: z.string(),
  /** Form of the path: `/meet/{room}`; `{room}` is one part of it, and `*` is one that may be anything. */
  path: z.string(),
  app: z.enum(['none', 'jitsi-meet']),
});
export type OwnService = z.infer<typeof ownService>;

/** More than anybody needs; each further one would cost time with every link. */
export const MAX_OWN_SERVICES = 50;

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Second-level names under which others register theirs, as in `co.uk`: as a host they would be half a country. */
const SHARED_NAMES = new Set(['ac', 'co', 'com', 'edu', 'gob', 'gov', 'gv', 'ne', 'net', 'or', 'org']);

/** Where anybody may have a page: such a host would make rooms of other people's pages. */
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

const refusal = (title: string, detail: string): Result<never> => failure('services/refused', title, detail);

/** `Meet.Example.org`, `https://meet.example.org/x` and `meet.example.org.` are all the same host. */
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
    return refusal(
      'This is not the name of a host',
      'Write it as in an address, for example meet.example.org, without a port and in the letters a to z.',
    );
  if (host.includes('xn--') || /^\d+$/.test(labels.at(-1) ?? ''))
    return refusal(
      'Only hosts with a plain name can be added',
      'Names in other scripts and bare numbers are how look-alikes are made. Ask your administrator for the plain name.',
    );
  const [second = '', top = ''] = labels.slice(-2);
  const isShared = labels.length === 2 && top.length === 2 && SHARED_NAMES.has(second);
  if (isShared || SHARED_HOSTS.has(host))
    return refusal(
      `${host} belongs to many`,
      'Name the host of your own service, for example meet.example.org, so that no page of others is taken for a room.',
    );
  const same = lookUpHost(known, host)?.[0];
  if (same !== undefined)
    return refusal(`${same.service.name} is known already`, 'Its rooms are found without an entry of yours.');
  return null;
}

const PART = /^(?:\{room\}|\*|[\w.~-]+)$/;

/** A service as the user wrote it, tidied; a failure says what is wrong and what to write instead. */
export function checkOwnService(written: OwnService, others: readonly OwnService[]): Result<OwnService> {
  const [name, host] = [written.name.trim(), tidyHost(written.host)];
  if (name === '' || name.length > 40)
    return refusal('The service needs a name', 'Up to 40 characters, for example “Our Jitsi”.');
  const wrongHost = problemOfHost(host);
  if (wrongHost !== null) return wrongHost;
  const path = `/${written.path.trim().replace(/^\/+|\/+$/g, '')}`;
  const parts = path.slice(1).split('/');
  if (path.length > 200 || parts.length > 8 || !parts.every((part) => PART.test(part)))
    return refusal(
      'This is not the form of a path',
      'Write it with {room} where the name of the room stands, for example /{room} or /meet/{room}; * is a part that may be anything.',
    );
  if (parts.filter((part) => part === '{room}').length !== 1)
    return refusal(
      'The path must say once where the room stands',
      'Write {room} for it, for example /{room}.',
    );
  if (others.some((other) => other.host === host && other.path === path))
    return refusal(
      'This service is in the list already',
      'Remove the other one first, or write another path.',
    );
  if (others.length >= MAX_OWN_SERVICES)
    return refusal(
      `More than ${MAX_OWN_SERVICES} services cannot be added`,
      'Remove one that you no longer need.',
    );
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
    saysPasscode: true,
    idsPerHost: true,
    ...(app === 'jitsi-meet' && { native: { kind: 'scheme', scheme: 'jitsi-meet', withHost: true } }),
  };
};

let lastRows: { readonly text: string; readonly rows: readonly MeetingService[] } = { text: '[]', rows: [] };

/**
 * Rows for the table of services; those of a hand-edited file that do not hold are left out. The same list gives the
 * same rows, for what was found with them is remembered by them.
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
