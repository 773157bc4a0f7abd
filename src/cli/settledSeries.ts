import { join } from 'node:path';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import { isBuiltIn, type Feed } from '#core/feeds/feed.ts';
import { DAY } from '#base';
import type { Terminal } from './command.ts';
import { readConfiguration } from './configuration.ts';
import { catalogueFolder } from './folders.ts';
import { viewerZone } from './instants.ts';
import type { Settled } from './seriesJson.ts';
import { openSources } from './sources.ts';

/** Every rhythm has a date in so long a time. */
const REACH = 60 * DAY;

/** Of a feed that the app follows, the series whose dates are settled there; none of a feed that it does not follow. */
export async function settledSeries(given: Feed, terminal: Terminal): Promise<Settled> {
  const { settings, feeds, choices, weeks } = await readConfiguration(terminal);
  const isGiven = (feed: Feed): boolean =>
    isBuiltIn(feed)
      ? join(catalogueFolder(terminal), `${feed.address}.json`) === given.address
      : feed.id === given.id;
  const followed = feeds.find(isGiven);
  if (followed === undefined) return new Set();
  const now = terminal.now();
  const sources = await openSources([], { feeds, weeks }, terminal);
  const zone = viewerZone(undefined, settings, terminal);
  const { occurrences } = buildAgenda(sources, { from: now, to: now + REACH }, zone, choices);
  return new Set(
    occurrences.flatMap(({ week }) =>
      week !== null && week.feedId === followed.id && week.settled !== null ? [week.uid] : [],
    ),
  );
}
