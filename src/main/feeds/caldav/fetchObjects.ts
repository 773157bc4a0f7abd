import type { CalendarObject } from '#core/caldav/calendarCopy.ts';
import { contentBody, multigetBody, type TimeWindow } from '#core/caldav/davBodies.ts';
import { caldav, dav } from '#core/caldav/davNames.ts';
import { propText, type DavResponse } from '#core/caldav/multistatus.ts';
import { feedsProblem } from '#core/feeds/problems.ts';
import type { DavAnswer, DavClient } from './davClient.ts';
import type { DavFailure } from '../../ports/calendarSync.ts';
import { pathOf } from './objectPath.ts';

export interface ContentLimits {
  /** Objects per request of their content. */
  readonly chunk: number;
  /** From so many objects on, one request asks for the content of the whole calendar. */
  readonly bulk: number;
  /** Length of all texts, UTF-16 units. */
  readonly longest: number;
}

/** What is to be fetched. */
export interface WantedObjects {
  /** Of the calendar. */
  readonly url: string;
  readonly paths: readonly string[];
  /** The meetings of the calendar that the paths are of; null for all; `unknown` for changes. */
  readonly window: TimeWindow | null | 'unknown';
}

type Fetched = { readonly ok: true; readonly missing: number } | ({ readonly ok: false } & DavFailure);

/**
 * Fetches the content of these objects into `objects`; `missing` are those that the server left out without a word.
 * Servers take more time for a list of objects than for a whole calendar, Xandikos a hundred times as much.
 */
export async function fetchObjects(
  client: DavClient,
  { url, paths, window }: WantedObjects,
  objects: Map<string, CalendarObject>,
  { chunk, bulk, longest }: ContentLimits,
): Promise<Fetched> {
  const missing = new Set(paths);
  let length = [...objects.values()].reduce((sum, { text }) => sum + text.length, 0);

  /** @returns false if there is too much of it */
  function take({ multistatus, url: at }: Extract<DavAnswer, { ok: true }>, isWanted: boolean): boolean {
    for (const response of multistatus.responses) {
      const path = pathOf(response.href, at);
      if (path === null || (!isWanted && !(missing.has(path) && hasContent(response)))) continue;
      missing.delete(path);
      length += put(objects, path, response);
    }
    return length <= longest;
  }

  if (window !== 'unknown' && paths.length >= bulk) {
    const all = await client({ method: 'REPORT', url, depth: 1, body: contentBody(window) });
    // A server that does not give so much at once is asked for less.
    if (all.ok && !take(all, false)) return tooLarge();
    if (!all.ok && NOT_NOW.has(all.status)) return all;
  }
  const left = [...missing];
  for (let start = 0; start < left.length; start += chunk) {
    const some = left.slice(start, start + chunk);
    const answer = await client({ method: 'REPORT', url, depth: 1, body: multigetBody(some) });
    if (!answer.ok) return answer;
    if (!take(answer, true)) return tooLarge();
  }
  return { ok: true, missing: missing.size };
}

const hasContent = ({ props }: DavResponse): boolean => props.has(caldav('calendar-data'));

/** A refused login and a busy server stay what they are. */
const NOT_NOW: ReadonlySet<number> = new Set([401, 429, 503]);

const tooLarge = (): Fetched => ({
  ok: false,
  problem: feedsProblem('feed/tooLarge'),
  status: 0,
  retryAfterMs: null,
});

/** Puts an object where it belongs. @returns by how much all of them became longer */
function put(objects: Map<string, CalendarObject>, path: string, response: DavResponse): number {
  const text = response.props.get(caldav('calendar-data'))?.text;
  const before = objects.get(path);
  // It was deleted meanwhile, or may not be read.
  if (text === undefined) {
    objects.delete(path);
    return 0;
  }
  const kept = /^BEGIN:VEVENT/im.test(text) ? text : '';
  const etag = propText(response, dav('getetag')) ?? '';
  objects.set(path, { etag, text: kept });
  // Also what is not text: a server may answer with objects that were not requested.
  return kept.length + etag.length + (before === undefined ? path.length : 0) - (before?.text.length ?? 0);
}
