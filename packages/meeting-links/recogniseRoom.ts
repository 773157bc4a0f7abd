import { DIRECTNESS, type LinkForm, type MeetingService, type NativeForm } from './meetingService.ts';
import { lookUpHost, type ServiceAtHost, type ServiceIndex } from './serviceIndex.ts';
import { decodeLeniently, queryValue } from './unwrapUrl.ts';

/** A way into a room, as one address gives it. */
export interface Room {
  readonly service: MeetingService;
  readonly domain: string;
  /** Position in the order of directness, 0 is best. */
  readonly indirectness: number;
  readonly url: URL;
  readonly id: string | null;
  /** Further named parts of the path, for the native address. */
  readonly parts: Readonly<Record<string, string>>;
  /** What its address carries to be let in. Services write it in a way of their own: seldom is it the passcode itself. */
  readonly token: string | null;
}

/** Parameters that only say where a click came from, and the key with which the host of a Zoom meeting starts it. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|_hsenc|_hsmi|ga_source|ga_medium|zak)=/i;

/** A fresh address of the same page, without tracking and what the path says by now, by way of a copy: the one that came in stays as it is. */
function rebuilt(from: URL, path: string, without: string | null): URL {
  const url = new URL(from.href);
  url.pathname = path;
  if (url.search !== '') {
    // By hand, for URLSearchParams would write the other parameters in its own way.
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
    url: rebuilt(url, path, form.rewrite === undefined ? null : (form.idIn ?? null)),
    id,
    parts,
    token: token === '' ? null : token,
  };
}

/** The room an unwrapped address leads to; null where it leads elsewhere, also on a service's own host. */
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
 * The same room in the service's own app; null where it has none or the link does not name the room by an id.
 * @param passcode as it was said; the app believes the token of the address before it
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
