import { join } from 'node:path';
import { createFiles } from '#main/adapters/disk/files.ts';
import { openFeedCache } from '#main/feeds/feedCache.ts';
import { SOURCE_TRAITS } from '#core/feeds/sourceAddress.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { visibleLine } from '#base';
import { problemLine } from './advice.ts';
import type { Terminal } from './command.ts';
import { openConnection } from './connection.ts';
import { userDataFolder } from './folders.ts';
import type { FeedRoute, Finding } from './finding.ts';
import { openFeedSources, tryGiven } from './sources.ts';
import { findings } from './texts.ts';

const noRoute: FeedRoute = { proxy: null, issuer: null, lastSync: null };

/** Reads calendars that were named, and says how each was reached or why not. @param user to log in with; null for nobody */
export const checkGiven = (
  terminal: Terminal,
  given: readonly string[],
  user: string | null,
): Promise<Finding[]> =>
  Promise.all(
    given.map(async (one) => {
      const { location, maskedAddress, problem } = await tryGiven(one, terminal, user);
      return findingOf(
        terminal,
        findings.feed(maskedAddress),
        location,
        problem && problemLine(problem),
        null,
      );
    }),
  );

/** The same for each followed calendar of the network, as far as its address can be read without the app. */
export async function checkFollowed(terminal: Terminal, followed: readonly Feed[]): Promise<Finding[]> {
  const sources = await openFeedSources(terminal);
  const cache = openFeedCache(createFiles(), join(userDataFolder(terminal), 'feeds'));
  return Promise.all(
    followed
      .filter(({ source }) => SOURCE_TRAITS[source.kind].isRemote)
      .map(async (feed): Promise<Finding> => {
        const check = findings.feed(visibleLine(feed.name));
        const confirmedAt = (await cache.read(feed.id).catch(() => null))?.facts?.confirmedAt ?? null;
        const lastSync = confirmedAt === null ? null : new Date(confirmedAt).toISOString();
        if (feed.source.kind !== 'web')
          return {
            check,
            state: 'unknown',
            detail: findings.appOnly(lastSync),
            route: { ...noRoute, lastSync },
          };
        const { signal } = new AbortController();
        const fetched = await sources(feed.source).fetchBytes({ known: null, isUrgent: true, signal });
        const problem =
          fetched.kind === 'failed' ? `${fetched.problem.title}. ${fetched.problem.detail}` : null;
        return findingOf(terminal, check, feed.source.url, problem, lastSync);
      }),
  );
}

async function findingOf(
  terminal: Terminal,
  check: string,
  url: string,
  problem: string | null,
  lastSync: string | null,
): Promise<Finding> {
  const origin = URL.parse(url)?.origin ?? '';
  const by = (await openConnection(terminal)).reachedBy(origin);
  const route = { proxy: by?.proxy ?? null, issuer: by?.issuer ?? null, lastSync };
  if (problem !== null) return { check, state: 'missing', detail: visibleLine(problem), route };
  return {
    check,
    state: 'works',
    detail: findings.reached(route.proxy, route.issuer && visibleLine(route.issuer)),
    route,
  };
}
