import { feedsFailure } from '#core/feeds/problems.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { success, type Result } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Feeds } from './composeFeeds.ts';
import type { FeedLogins } from './feedLogins.ts';
import { createSentFeeds } from './sentFeeds.ts';
import { createFileConsent } from './fileConsent.ts';
import { registerPackHandlers } from './packHandlers.ts';

/** How feeds get at what is protected. */
interface FeedAccess {
  /** Takes from the server what it says about the account of a feed, if the feed has one. */
  readonly checkAccountOf: (feed: Feed) => Promise<void>;
  /** A removed feed is followed again. */
  readonly cameBack: (feed: Feed) => void;
  readonly logins: Pick<FeedLogins, 'keep'>;
}

/**
 * Handles `feeds:…` and `changes:…`; lists of calendars are handled by `packHandlers`. A request that changes the meetings
 * resolves after the agenda shows the change.
 */
export function registerFeedHandlers(
  shared: Shared,
  feeds: Feeds,
  agenda: Pick<AgendaModel, 'rebuild'>,
  { checkAccountOf, cameBack, logins }: FeedAccess,
): void {
  const { ports, handle, owned } = shared;
  const { desktop, environment } = ports;
  const { list, sync, adder, sources, changes, removed } = feeds;
  const files = createFileConsent(desktop, environment.platform);
  registerPackHandlers(shared, feeds, agenda, files);
  const sent = owned.use(createSentFeeds(ports, sync));
  handle('feeds:list', () => [...sent.list()]);
  handle('feeds:preview', async (pasted, options) =>
    (await files.mayRead(pasted)) ? adder.preview(pasted, options) : feedsFailure('feed/fileNotAllowed'),
  );
  handle('feeds:text', async (id) => {
    const feed = list.find(id);
    return feed === null ? feedsFailure('feed/unknown') : adder.text(feed);
  });
  handle('feeds:add', async (pasted, options) => {
    if (!(await files.mayRead(pasted))) return feedsFailure('feed/fileNotAllowed');
    const before = list.find(options?.replaces ?? '');
    const change = before === null ? null : await removed.beforeChange(before);
    const added = await adder.add(pasted, options);
    if (added.ok) change?.keep();
    if (added.ok) await agenda.rebuild();
    return added;
  });
  handle('feeds:logIn', async (id, login): Promise<Result<null>> => {
    const feed = list.find(id);
    if (feed?.source.kind !== 'web') return feedsFailure('feed/unknown');
    const kept = await logins.keep(feed.source.url, login, login.keep);
    if (!kept.ok) return kept;
    await sync.refreshNow([id]);
    await agenda.rebuild();
    return success(null);
  });
  handle('feeds:remove', async (id): Promise<Result<null>> => {
    const feed = list.find(id);
    if (feed === null) return feedsFailure('feed/unknown');
    if (!sources(feed.source).isRemovable) return feedsFailure('feed/builtIn');
    await removed.remove(feed);
    await agenda.rebuild();
    return success(null);
  });
  handle('feeds:restore', async (id): Promise<Result<null>> => {
    if (!(await removed.restore(id))) return feedsFailure('feed/unknown');
    const feed = list.find(id);
    if (feed !== null) cameBack(feed);
    await agenda.rebuild();
    return success(null);
  });
  handle('feeds:takeBackChange', async (id): Promise<Result<null>> => {
    if (!(await removed.takeBackChange(id))) return feedsFailure('feed/unknown');
    await agenda.rebuild();
    return success(null);
  });
  handle('feeds:follow', async (id, followed): Promise<Result<null>> => {
    const feed = list.find(id);
    if (feed === null) return feedsFailure('feed/unknown');
    list.put({ ...feed, followed });
    await agenda.rebuild();
    return success(null);
  });
  handle('feeds:refresh', async () => {
    if (list.isLocked()) await list.unlock();
    await Promise.all([...list.all().map(checkAccountOf), sync.refreshAll()]);
    await agenda.rebuild();
    return null;
  });
  handle('feeds:refreshOne', async (id) => {
    if (list.find(id)?.source.kind === 'locked') await list.unlock();
    const feed = list.find(id);
    await Promise.all([feed && checkAccountOf(feed), sync.refreshNow([id])]);
    await agenda.rebuild();
    return null;
  });
  handle('feeds:accept', async (id): Promise<Result<null>> => {
    if (list.find(id) === null) return feedsFailure('feed/unknown');
    await sync.accept(id);
    await agenda.rebuild();
    return success(null);
  });
  handle('feeds:chooseFile', () => files.choose());
  handle('changes:list', () => [...changes.all()]);
  handle('changes:dismiss', (ids, isDismissed) => {
    changes.dismiss(ids, isDismissed);
    return null;
  });
}
