import type { JoinLink } from './joinLink.ts';
import type { MeetingService } from './meetingService.ts';
import { nativeUrl, recogniseRoom, type Room } from './recogniseRoom.ts';
import { indexServices, lookUpHost, type ServiceIndex } from './serviceIndex.ts';
import { services } from './services.ts';
import { typablePasscode } from './linkPasscode.ts';
import { namesBeside } from './softwareNames.ts';
import { writtenId } from './writtenId.ts';
import { writtenPasscode } from './writtenPasscode.ts';
import { roomKey } from './roomKey.ts';
import { roomOfSoftware, trustedRoom, hasPathOfSoftware, hasHostOfSoftware } from './trustedRoom.ts';
import { unwrapUrl } from './unwrapUrl.ts';
import { soleUrl, tidyText, urlsInText, type IsOfInterest } from './urlsInText.ts';
import { isWrapperHost } from './wrappers.ts';

/** A field of a meeting that may contain links. */
export interface LinkField {
  readonly source: JoinLink['source'];
  /** Plain text or HTML, as written. */
  readonly text: string;
}

/** A room found in one field. */
interface Finding {
  readonly room: Room;
  readonly source: JoinLink['source'];
  readonly passcode: string | null;
  /** The number that the invitation states, if the room's id is a key. */
  readonly number: string | null;
}

/** Order of trust: dedicated fields, then fields that people fill in, then running text. */
const SOURCES: readonly JoinLink['source'][] = ['conference', 'url', 'location', 'description', 'title'];

/** Maximum addresses examined in a field; hostile text may contain more than any invitation. */
const MAX_URLS = 400;

/** Characters searched for a passcode in fields other than that of the link. */
const INVITATION_LENGTH = 100_000;

/** Maximum distance of a passcode or number from its link, in characters. */
const REACH = 1_500;

/** Paths of recordings on the hosts of services. */
const RECORDING = /^\/(?:[^/]+\/)?rec(?:ording(?:service)?)?\//i;

/** Maximum distance of a recording's passcode after its link, in characters. */
const RECORDING_REACH = 200;

const knownServices = indexServices(services);
const ownIndexes = new WeakMap<readonly MeetingService[], ServiceIndex>();

/** Own rows are matched before the built-in ones. */
function indexWith(own: readonly MeetingService[]): ServiceIndex {
  if (own.length === 0) return knownServices;
  const made = ownIndexes.get(own) ?? indexServices([...own, ...services]);
  ownIndexes.set(own, made);
  return made;
}

const isHostOfInterest = (host: string, index: ServiceIndex): boolean =>
  lookUpHost(index, host) !== undefined || isWrapperHost(host);

/** The result of reading one field: its rooms, and its text without the passcodes of recordings. */
interface ReadField {
  readonly findings: readonly Finding[];
  readonly text: string;
}

function readField({ source, text: written }: LinkField, index: ServiceIndex): ReadField {
  let text = tidyText(written);
  const hosts = new Map<string, boolean>();
  const nameBeside = namesBeside(text);
  const isPlace = source !== 'description' && source !== 'title';
  const isOfInterest: IsOfInterest = (host, all, pathAt) => {
    const known = hosts.get(host) ?? (isHostOfInterest(host, index) || hasHostOfSoftware(host, isPlace));
    if (hosts.size < MAX_URLS) hosts.set(host, known);
    return known || hasPathOfSoftware(all, pathAt) || nameBeside(host, pathAt) !== '';
  };
  const recordings: { readonly start: number; readonly end: number }[] = [];
  const found = urlsInText(text, isOfInterest, MAX_URLS).flatMap(({ url: written, start, end }) => {
    const url = unwrapUrl(written);
    const hostAt = text.indexOf(written.hostname, start);
    const words = nameBeside(written.hostname, (hostAt < 0 ? start : hostAt) + written.hostname.length);
    const room = recogniseRoom(url, index) ?? roomOfSoftware(url, index, { words, isPlace });
    if (room === null && RECORDING.test(url.pathname)) recordings.push({ start, end });
    return room === null ? [] : [{ room, start, end }];
  });
  for (const recording of recordings) {
    // A passcode after the link of a recording opens the recording.
    const next = found.find(({ start }) => start > recording.start)?.start ?? text.length;
    const end = Math.min(next, recording.end + RECORDING_REACH);
    text = text.slice(0, recording.start) + ' '.repeat(end - recording.start) + text.slice(end);
  }
  if (found.length === 0) {
    const room =
      source === 'description' || source === 'title' ? null : trustedRoom(soleUrl(text), source, index);
    return { text, findings: room === null ? [] : [{ room, source, passcode: null, number: null }] };
  }
  let taken = 0;
  const nexts = startsOfOtherRooms(found, text.length);
  const findings = found.map(({ room, start, end }, position) => {
    const next = nexts[position] ?? text.length;
    const { code, until } = passcodeBeside(text, room, { from: taken, start, end, to: next });
    taken = until;
    const number = room.hasKey ? writtenId(text.slice(end, Math.min(next, end + REACH))) : null;
    return { room, source, passcode: code, number };
  });
  return { text, findings };
}

/** For each link, the position of the next link to another room; the end of the text if there is none. */
function startsOfOtherRooms(
  found: readonly { readonly room: Room; readonly start: number }[],
  end: number,
): readonly number[] {
  const keys = found.map(({ room }) => keyOf(room));
  const nexts: number[] = [];
  for (let at = found.length - 1; at >= 0; at--)
    nexts[at] = keys[at] === keys[at + 1] ? (nexts[at + 1] ?? end) : (found[at + 1]?.start ?? end);
  return nexts;
}

/** A passcode after the link and before the next room's link, else one before it that no earlier room has used. */
function passcodeBeside(
  text: string,
  room: Room,
  { from, start, end, to }: { from: number; start: number; end: number; to: number },
): { code: string | null; until: number } {
  if (room.service.writesPasscode !== true) return { code: null, until: end };
  const after = writtenPasscode(text.slice(end, Math.min(to, end + REACH)));
  if (after !== null) return { code: after, until: to };
  return { code: writtenPasscode(text.slice(Math.max(from, start - REACH), start)), until: end };
}

const keyOf = ({ service, id, url }: Room): string =>
  roomKey({ service: service.id, meetingId: id, url: url.href });

/** Communities that are moving from Zoom to LFX list both addresses; the newer one wins. */
const age = ({ family }: MeetingService): number => -(family?.generation ?? 0);

/** Sort key, ascending: directness, has an id, newer service, has a passcode, field. */
const rank = ({ room, passcode, source }: Finding): readonly number[] => [
  room.indirectness,
  Number(room.id === null),
  age(room.service),
  Number(passcode === null && room.token === null),
  SOURCES.indexOf(source),
];

function compareRank(a: Finding, b: Finding): number {
  const [left, right] = [rank(a), rank(b)];
  const differing = left.findIndex((value, position) => value !== right[position]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/**
 * Merges two findings of one room: the better form of link, the better field, and the passcode of either. A link that
 * contains its passcode is preferred.
 */
function merge(a: Finding, b: Finding): Finding {
  const [first, second] = compareRank(a, b) <= 0 ? [a, b] : [b, a];
  const carries = ({ room }: Finding): boolean => room.token !== null;
  const isSameService = first.room.service === second.room.service;
  const sameForm = isSameService && first.room.indirectness === second.room.indirectness;
  const base = sameForm && carries(second) && !carries(first) ? second : first;
  const source = SOURCES.indexOf(a.source) <= SOURCES.indexOf(b.source) ? a.source : b.source;
  // A passcode of Zoom does not open the LFX page, nor the reverse.
  const other = isSameService ? (first.passcode ?? second.passcode) : first.passcode;
  return { room: base.room, source, passcode: other, number: first.number ?? second.number };
}

/** The number of the only room may be in another field, or before its link. */
function withNumberFromElsewhere(
  findings: readonly Finding[],
  fields: readonly ReadField[],
): readonly Finding[] {
  const [only] = findings;
  if (only === undefined || findings.length > 1 || !only.room.hasKey || only.number !== null) return findings;
  const numbers = fields.map(({ text }) => writtenId(text.slice(0, INVITATION_LENGTH)));
  return [{ ...only, number: numbers.find((number) => number !== null) ?? null }];
}

/** If exactly one room lacks a passcode, a passcode in another field is its own. */
function withPasscodeFromElsewhere(findings: readonly Finding[], fields: readonly ReadField[]): Finding[] {
  const open = findings.filter(
    ({ room, passcode }) => room.service.writesPasscode === true && passcode === null,
  );
  const [only] = open;
  const isClear = only !== undefined && open.length === 1 && findings.length === 1;
  if (!isClear) return [...findings];
  const passcode =
    fields
      .map(({ text }) => writtenPasscode(text.slice(0, INVITATION_LENGTH)))
      .find((code) => code !== null) ?? null;
  return findings.map((finding) => (finding === only ? { ...finding, passcode } : finding));
}

function toJoinLink({ room: written, source, passcode, number }: Finding): JoinLink {
  const room = withoutGluedPasscode(written, passcode);
  return {
    service: room.service.id,
    serviceName: room.service.name,
    url: room.url.href,
    nativeUrl: nativeUrl(room, passcode),
    meetingId: room.id,
    ...(room.hasKey && { typedId: number }),
    passcode: passcode ?? typablePasscode(room.token),
    source,
  };
}

/** Old Zoom clients appended the passcode to the token of a copied link, which broke the link. */
function withoutGluedPasscode(room: Room, passcode: string | null): Room {
  const { token } = room;
  if (token === null || passcode === null || !token.endsWith(`.1${passcode}`)) return room;
  const whole = token.slice(0, -passcode.length);
  const url = new URL(room.url.href);
  url.search = url.search.replace(encodeURIComponent(token), encodeURIComponent(whole));
  return { ...room, url, token: whole };
}

/**
 * Finds the meeting rooms in a meeting's fields, best first, in linear time.
 * Every address in the result is parsed and rebuilt. Recordings, registration pages, documents and look-alike hosts
 * are left out.
 * @param own rows for the user's own services, matched before the built-in ones
 */
export function findJoinLinks(
  fields: readonly LinkField[],
  own: readonly MeetingService[] = NO_SERVICES,
): JoinLink[] {
  const index = indexWith(own);
  const rooms = new Map<string, Finding>();
  const read = fields.map((field) => readField(field, index));
  for (const finding of read.flatMap(({ findings }) => findings)) {
    const key = keyOf(finding.room);
    const known = rooms.get(key);
    rooms.set(key, known === undefined ? finding : merge(known, finding));
  }
  return withNumberFromElsewhere(withPasscodeFromElsewhere([...rooms.values()], read), read)
    .toSorted(compareRank)
    .map(toJoinLink);
}

const NO_SERVICES: readonly MeetingService[] = [];
