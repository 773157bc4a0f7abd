import { DIRECTNESS, type LinkForm, type MeetingService, type NativeForm } from './meetingService.ts';
import { lookUpHost, type ServiceAtHost, type ServiceIndex } from './serviceIndex.ts';
import { decodeLeniently, queryValue } from './unwrapUrl.ts';

/** A room as recognised from one address. */
export interface Room {
  readonly service: MeetingService;
  readonly domain: string;
  /** Index in the order of directness; 0 is best. */
  readonly indirectness: number;
  readonly url: URL;
  readonly id: string | null;
  /** See LinkForm. */
  readonly hasKey: boolean;
  /** Other named groups of the path, for the app address. */
  readonly parts: Readonly<Record<string, string>>;
  /** The passcode or token in its address; most services use a token instead of the passcode. */
  readonly token: string | null;
}

/** Tracking parameters, and the key with which a host starts a Zoom meeting. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|_hsenc|_hsmi|ga_source|ga_medium|zak)=/i;

/** A copy of an address without tracking parameters, and without the parameter that is now part of the path. */
function rebuildUrl(from: URL, path: string, without: string | null): URL {
  const url = new URL(from.href);
  url.pathname = path;
  if (url.search !== '') {
    // Filter by hand: URLSearchParams would re-encode the other parameters.
    const kept = url.search
      .slice(1)
      .split('&')
      .filter(
        (pair) =>
          pair !== '' && !TRACKING.test(pair) && (without === null || !pair.startsWith(`${without}=`)),
      );
    url.search = kept.join('&');
  }
  return url;
}

function matchForm({ service, domain }: ServiceAtHost, form: LinkForm, url: URL): Room | null {
  const match = form.path.exec(url.pathname);
  if (match === null) return null;
  if (form.fragment !== undefined && !form.fragment.test(url.hash)) return null;
  const inQuery = form.idIn === undefined ? null : queryValue(url, form.idIn);
  if (form.idIn !== undefined && (inQuery === null || inQuery === '')) return null;
  const parts = Object.fromEntries(
    Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeLeniently(value)]),
  );
  const subHost = form.onSubHost === true ? url.hostname.slice(0, -domain.length - 1) : '';
  if (form.onSubHost === true && (subHost === '' || subHost === 'www')) return null;
  const id = inQuery ?? parts['id'] ?? (subHost || null);
  const path = form.rewrite?.replace('{id}', encodeURIComponent(id ?? '')) ?? url.pathname;
  const token = service.passcodeIn === undefined ? null : queryValue(url, service.passcodeIn);
  return {
    service,
    domain,
    indirectness: DIRECTNESS.indexOf(form.directness),
    url: rebuildUrl(url, path, form.rewrite === undefined ? null : (form.idIn ?? null)),
    id,
    hasKey: form.hasKey === true,
    parts,
    token: token === '' ? null : token,
  };
}

/** The room that an unwrapped address opens; null if it opens none, even on the host of a service. */
export function recogniseRoom(url: URL, index: ServiceIndex): Room | null {
  for (const candidate of lookUpHost(index, url.hostname) ?? []) {
    if (candidate.service.refused?.test(url.pathname)) continue;
    for (const form of candidate.service.forms) {
      const room = matchForm(candidate, form, url);
      if (room !== null) return room;
    }
  }
  return null;
}

/**
 * The address of the room for the service's own app; null if there is no app, or the link has no id.
 * @param passcode as written in the invitation; a token in the address takes precedence
 */
export function nativeUrl(room: Room, passcode: string | null): string | null {
  const { native } = room.service;
  if (native === undefined || room.id === null) return null;
  return native.kind === 'scheme'
    ? withScheme(room.url, native)
    : withQuery(room, native, room.token ?? passcode);
}

const withScheme = (url: URL, native: NativeForm & { kind: 'scheme' }): string =>
  native.withHost
    ? `${native.scheme}://${url.host}${url.pathname}${url.search}${url.hash}`
    : `${native.scheme}:${url.pathname}${url.search}`;

function withQuery(room: Room, native: NativeForm & { kind: 'query' }, passcode: string | null): string {
  const values: Readonly<Record<string, string | null>> = { ...room.parts, id: room.id, passcode };
  const query = Object.entries(native.query).flatMap(([name, part]) => {
    const value = part.startsWith('?') ? queryValue(room.url, part.slice(1)) : (values[part] ?? null);
    return value === null || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return `${native.base.replace('{domain}', room.domain)}?${query.join('&')}`;
}
