import type { Feed } from '#core/feeds/feed.ts';
import type { Instant, ZoneName } from '#base';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { ConfigEdits } from '../settings/configEdits.ts';
import type { DirectoryFiles } from '../directory/directoryFiles.ts';
import type { SettingsModel } from '../settings/settings.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';
import { createFeedAdder, type FeedAdder } from './addFeed.ts';
import { openBuiltInCatalogues } from './builtInCatalogues.ts';
import { openCalendarCopies } from './caldav/calendarCopies.ts';
import { createInvitations, type Invitations } from './caldav/invitations.ts';
import type { CalendarLogins } from './caldav/logins.ts';
import { openChangeLog, type ChangeLog } from './changeLog.ts';
import type { FeedLogins } from './feedLogins.ts';
import { openFeedList, type FeedList } from './feedList.ts';
import { openFeedSync, type FeedSync } from './feedSync.ts';
import { watchFollowing } from './followingSince.ts';
import { createHostQueue } from './hostQueue.ts';
import { followPauses, isPausedIn } from './pausedFeeds.ts';
import { privateAddresses } from './privateAddresses.ts';
import { createRemovedFeeds, type RemovedFeeds } from './removedFeeds.ts';
import type { CalDavParts } from './sources/calDavSource.ts';
import { createFeedSources, type FeedSources } from './sources/feedSources.ts';

/** The feeds of the app, from their list to the bytes on disk. */
export interface Feeds extends AsyncDisposable {
  readonly sources: FeedSources;
  readonly list: FeedList;
  readonly sync: FeedSync;
  readonly adder: FeedAdder;
  readonly changes: ChangeLog;
  readonly removed: RemovedFeeds;
  readonly invitations: Invitations;
  /** When a feed was added, or other meetings of it followed, since the app started (ms); null if neither. */
  readonly followingSince: (feedId: string) => Instant | null;
  /** Whose addresses leave this computer in no file. */
  readonly privateOnes: () => Promise<(feed: Pick<Feed, 'source'>) => boolean>;
}

export interface FeedsParts {
  readonly settings: SettingsModel;
  readonly problems: Problems;
  readonly writer: DiskWriter;
  readonly edits: ConfigEdits;
  readonly zone: () => ZoneName;
  /** Of accounts. */
  readonly calendarLogins: CalendarLogins;
  readonly directory: DirectoryFiles;
  /** Of calendars on the web. */
  readonly logins: FeedLogins;
}

/** Opens the feeds. On disposal the readers end before the sync, which waits for their replies. */
export async function composeFeeds(
  ports: Ports,
  { settings, problems, writer, edits, zone, calendarLogins, directory, logins }: FeedsParts,
): Promise<Feeds> {
  const { clock, environment, files, ipc, http } = ports;
  await using parts = new AsyncDisposableStack();
  const isLiveAllowed = (): boolean => settings.current().updatesCatalogue;
  const catalogues = await openBuiltInCatalogues(files, environment, isLiveAllowed);
  const calDav: CalDavParts = {
    sync: ports.calendarSync,
    copies: openCalendarCopies(files, environment),
    logins: calendarLogins,
    now: () => clock.now(),
  };
  const queue = createHostQueue(clock);
  const sources = createFeedSources({
    http,
    files,
    environment,
    catalogues,
    calDav,
    directory,
    logins,
    queue,
  });
  const builtIn = catalogues.feeds;
  const list = parts.use(
    await openFeedList({ ...ports, sources }, { problems, builtIn, writer, edits, logins }),
  );
  const sync = parts.use(
    openFeedSync(ports, {
      sources,
      list,
      problems,
      writer,
      isPaused: (id) => isPausedIn(settings, id),
    }),
  );
  parts.use(ports.reader);
  parts.use(ports.calendarSync);
  parts.use(ports.trialReader);
  const changes = parts.use(await openChangeLog(ports, { sync, list, writer, zone }));
  parts.use(changes.changed.on((all) => ipc.send('changes:changed', [...all])));
  parts.use(
    refreshWhenAllowed(
      settings,
      builtIn.map(({ id }) => id),
      sync,
    ),
  );
  parts.use(followPauses(settings, sync));
  parts.use(ports.network.onBack(() => void sync.refreshDue()));
  const adder = createFeedAdder({ ...ports, sources, logins }, { list, sync, zone, directory });
  const following = watchFollowing(list, () => clock.now());
  const removed = createRemovedFeeds({ files, sources, list, sync, changes, following });
  const isPaused = (id: string): boolean => isPausedIn(settings, id);
  const invitations = createInvitations({ http, queue, sources, ...calDav, isPaused });
  const owned = parts.move();
  return {
    sources,
    list,
    sync,
    adder,
    changes,
    removed,
    invitations,
    followingSince: (feedId) => following.since(feedId),
    privateOnes: () => privateAddresses(sources, directory, environment.platform),
    [Symbol.asyncDispose]: () => owned[Symbol.asyncDispose](),
  };
}

/** Fetches newer facts of the built-in catalogues at once when the user allows it again. */
function refreshWhenAllowed(
  settings: Pick<SettingsModel, 'current' | 'changed'>,
  catalogueIds: readonly string[],
  sync: Pick<FeedSync, 'refreshNow'>,
): Disposable {
  let wasAllowed = settings.current().updatesCatalogue;
  return settings.changed.on(({ updatesCatalogue }) => {
    if (updatesCatalogue && !wasAllowed) void sync.refreshNow(catalogueIds);
    wasAllowed = updatesCatalogue;
  });
}
