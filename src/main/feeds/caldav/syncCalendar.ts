import { accountProblem } from '#core/caldav/problems.ts';
import type { CalendarCopy } from '#core/caldav/calendarCopy.ts';
import { CALENDARS_BODY, ETAGS_BODY, queryBody, syncBody, type TimeWindow } from '#core/caldav/davBodies.ts';
import {
  isCalendar,
  nameOf as calendarName,
  readVersion,
  type CalendarVersion,
} from '#core/caldav/davCalendar.ts';
import { dav } from '#core/caldav/davNames.ts';
import { propText, type Multistatus } from '#core/caldav/multistatus.ts';
import { DAY, type Instant } from '#base';
import type { DavFailure } from '../../ports/calendarSync.ts';
import { nameOf, type DavClient } from './davClient.ts';
import { fetchObjects, type ContentLimits } from './fetchObjects.ts';
import { pathOf } from './objectPath.ts';

/** The outcome of a synchronisation. */
export type Synced =
  | {
      readonly ok: true;
      /** The new copy; the old one if nothing changed. */
      readonly copy: CalendarCopy;
      readonly isChanged: boolean;
      /** The server named each object that is gone: nothing is missing by mistake. */
      readonly isCertain: boolean;
    }
  | ({ readonly ok: false } & DavFailure);

export interface SyncLimits extends ContentLimits {
  /** Of a calendar with more objects only the meetings around today are read. */
  readonly largest: number;
  /** Answers to one question, if the server gives its changes in parts. */
  readonly parts: number;
  /** Objects in the answers to one question. */
  readonly most: number;
}

export const syncLimits: SyncLimits = {
  chunk: 100,
  bulk: 200,
  largest: 20_000,
  longest: 50 * 1024 * 1024,
  parts: 1000,
  most: 500_000,
};

/** Of a large calendar. The agenda shows a year back and ahead. */
const WINDOW = { before: 400 * DAY, after: 800 * DAY };

/** What the server has: the version of each object by path. Paths in `gone` were deleted. */
interface Changes {
  readonly etags: ReadonlyMap<string, string>;
  readonly gone: ReadonlySet<string>;
  /** All objects are listed, so that others are gone. */
  readonly isComplete: boolean;
  /** Only the meetings in it are listed; null for all. */
  readonly window: TimeWindow | null;
  readonly syncToken: string | null;
}

type Step<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & DavFailure);
const done = <T>(value: T): Step<T> => ({ ok: true, value });

/**
 * Brings the copy of a calendar up to date: asks what changed since the copy (RFC 6578), or for its version, and where
 * that is new for the versions of all objects; then for the content of changed objects. A failure
 * in between changes nothing.
 * @param before null for the first time
 */
export async function syncCalendar(
  client: DavClient,
  url: string,
  before: CalendarCopy | null,
  now: Instant,
  limits = syncLimits,
): Promise<Synced> {
  if (before !== null && before.syncToken !== null) {
    // One request, which costs the server least: Radicale computes each version from all objects.
    const since = await listSince(client, url, before.syncToken, limits);
    if (since.ok) return update(client, { url, before, listed: since.value, limits, version: before });
    if (!isRefused(since)) return since;
  }
  const facts = await client({ method: 'PROPFIND', url, depth: 0, body: CALENDARS_BODY });
  if (!facts.ok) return facts;
  const calendar = facts.multistatus.responses.find(isCalendar);
  if (calendar === undefined) return failed(accountProblem('account/notCalDav', nameOf(url)));
  const version = readVersion(calendar);
  const name = calendarName(calendar) ?? before?.name ?? '';
  if (before !== null && isSame(before, version, name))
    return { ok: true, copy: before, isChanged: false, isCertain: false };

  const at = facts.url;
  const listed = await listChanges(client, at, { version, now, limits });
  if (!listed.ok) return listed;
  return update(client, {
    url: at,
    before,
    listed: listed.value,
    limits,
    version: { name, ctag: version.ctag },
  });
}

interface Update {
  readonly url: string;
  readonly before: CalendarCopy | null;
  readonly listed: Changes;
  readonly limits: SyncLimits;
  readonly version: Pick<CalendarCopy, 'name' | 'ctag'>;
}

/** Applies listed changes to a copy. */
async function update(client: DavClient, { url, before, listed, limits, version }: Update): Promise<Synced> {
  const { etags, gone, isComplete, window, syncToken } = listed;
  const isSameToken = before !== null && syncToken === before.syncToken;
  if (isSameToken && etags.size === 0 && gone.size === 0)
    return { ok: true, copy: before, isChanged: false, isCertain: false };
  const wanted = [...etags]
    .filter(([path, etag]) => before?.objects[path]?.etag !== etag || etag === '')
    .map(([path]) => path);
  const objects = new Map(Object.entries(before?.objects ?? {}));
  for (const path of objects.keys())
    if (gone.has(path) || (isComplete && !etags.has(path))) objects.delete(path);
  // A few changes are no reason to ask for everything.
  const isMost = isComplete && wanted.length * 2 > etags.size;
  const wish = { url, paths: wanted, window: isMost ? window : 'unknown' } as const;
  const fetched = await fetchObjects(client, wish, objects, limits);
  if (!fetched.ok) return fetched;
  const isWhole = fetched.missing === 0;
  const copy: CalendarCopy = {
    format: 1,
    name: version.name,
    // With the version of before, the next update asks again for what the server left out.
    syncToken: isWhole ? syncToken : (before?.syncToken ?? null),
    ctag: isWhole ? version.ctag : null,
    objects: Object.fromEntries(objects),
  };
  return { ok: true, copy, isChanged: true, isCertain: !isComplete };
}

const failed = (problem: DavFailure['problem']): { readonly ok: false } & DavFailure => ({
  ok: false,
  problem,
  status: 0,
  retryAfterMs: null,
});

/** A server without any version says nothing, so its objects are compared. */
const isSame = (copy: CalendarCopy, { syncToken, ctag }: CalendarVersion, name: string): boolean =>
  copy.name === name &&
  ((syncToken !== null && syncToken === copy.syncToken) || (ctag !== null && ctag === copy.ctag));

interface Listing {
  readonly version: CalendarVersion;
  readonly now: Instant;
  readonly limits: SyncLimits;
}

async function listChanges(client: DavClient, url: string, listing: Listing): Promise<Step<Changes>> {
  const { version, now, limits } = listing;
  if (version.syncToken !== null) {
    const all = await listSince(client, url, '', limits);
    // Some servers announce the report and refuse it.
    if (all.ok && all.value.etags.size <= limits.largest) return all;
    if (!all.ok && !isRefused(all)) return all;
  }
  const all = await listAll(client, url, null);
  if (!all.ok || all.value.etags.size <= limits.largest) return all;
  return listAll(client, url, { from: now - WINDOW.before, to: now + WINDOW.after });
}

/** A refused login and a busy server stay what they are. */
const FINAL: ReadonlySet<number> = new Set([401, 429, 503]);

/** RFC 6578 §3.2 wants 403 or 409; servers answer other refusals too, and Xandikos 500. */
const isRefused = ({ status }: DavFailure): boolean => status >= 400 && !FINAL.has(status);

/** The changes since a token, in as many parts as the server gives. @param token empty for everything */
async function listSince(
  client: DavClient,
  url: string,
  token: string,
  { parts, most }: SyncLimits,
): Promise<Step<Changes>> {
  const etags = new Map<string, string>();
  const gone = new Set<string>();
  let since = token;
  for (let part = 0; part < parts; part += 1) {
    const answer = await client({ method: 'REPORT', url, depth: 0, body: syncBody(since) });
    if (!answer.ok) return answer;
    const { responses, syncToken } = answer.multistatus;
    const own = pathOf(url, answer.url);
    let isCutOff = false;
    for (const response of responses) {
      const path = pathOf(response.href, answer.url);
      if (path === own || path === null) {
        isCutOff ||= response.status === 507;
        continue;
      }
      if (response.status === 404 || response.status === 410) {
        gone.add(path);
        etags.delete(path);
      } else {
        gone.delete(path);
        if (!path.endsWith('/')) etags.set(path, propText(response, dav('getetag')) ?? '');
      }
    }
    // Without a new token the next changes could not be asked for.
    if (syncToken === null) return failed(accountProblem('account/brokenAnswer', nameOf(url)));
    if (!isCutOff) return done({ etags, gone, isComplete: token === '', window: null, syncToken });
    if (syncToken === since || etags.size + gone.size > most) break;
    since = syncToken;
  }
  return failed(accountProblem('account/endless', nameOf(url)));
}

/** All meetings, or those in a window. */
async function listAll(client: DavClient, url: string, window: TimeWindow | null): Promise<Step<Changes>> {
  const query = await client({ method: 'REPORT', url, depth: 1, body: queryBody(window) });
  if (query.ok) return done(complete(query.multistatus, query.url, window));
  if (!isRefused(query)) return query;
  const listing = await client({ method: 'PROPFIND', url, depth: 1, body: ETAGS_BODY });
  return listing.ok ? done(complete(listing.multistatus, listing.url, null)) : listing;
}

function complete({ responses }: Multistatus, url: string, window: TimeWindow | null): Changes {
  const etags = new Map<string, string>();
  for (const response of responses) {
    const path = pathOf(response.href, url);
    if (path === null || path.endsWith('/') || response.status >= 400) continue;
    etags.set(path, propText(response, dav('getetag')) ?? '');
  }
  return { etags, gone: new Set(), isComplete: true, window, syncToken: null };
}
