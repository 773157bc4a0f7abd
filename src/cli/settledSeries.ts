import { join } from 'node:path';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { DAY } from '#base';
import type { Terminal } from './command.ts';
import { readConfiguration } from './configuration.ts';
import { catalogueFolder } from './folders.ts';
import { viewerZone } from './instants.ts';
import type { Settled } from './seriesJson.ts';
import { openSources } from './sources.ts';

/** In this time every recurrence has a date. */
const REACH = 60 * DAY;

/** UIDs of the series of a feed whose week the user, or another feed of the app, has settled. Empty if the app does not follow the feed. */
export async function settledSeries(given: Feed, terminal: Terminal): Promise<Settled> {
  const { settings, feeds, choices, weeks } = await readConfiguration(terminal);
  const givenPath = given.source.kind === 'file' ? given.source.path : null;
  const isGiven = ({ id, source }: Feed): boolean =>
    source.kind === 'builtIn'
      ? join(catalogueFolder(terminal), `${source.id}.json`) === givenPath
      : id === given.id;
  const followed = feeds.find(isGiven);
  if (followed === undefined) return new Set();
  const now = terminal.now();
  const sources = await openSources({ feed: [] }, { feeds, weeks }, terminal);
  const zone = viewerZone(undefined, settings, terminal);
  const { occurrences } = buildAgenda(sources, { from: now, to: now + REACH }, zone, choices);
  return new Set(
    occurrences.flatMap(({ week }) =>
      week !== null && week.feedId === followed.id && week.settled !== null ? [week.uid] : [],
    ),
  );
}
