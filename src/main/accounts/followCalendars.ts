import type { Account } from '#core/accounts/account.ts';
import type { DavCalendar } from '#core/caldav/davCalendar.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import { nearestHue } from '#core/format/hue.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import { freeColor, freeFeedId } from '../feeds/newFeed.ts';
import type { SettingsModel } from '../settings/settings.ts';

export interface FollowParts {
  readonly feeds: Pick<Feeds, 'list' | 'sources' | 'sync'>;
  readonly settings: Pick<SettingsModel, 'current' | 'change'>;
}

/** The address of a calendar of the account. */
export const sourceOf = (
  account: Account,
  { url, isReadOnly }: Pick<DavCalendar, 'url' | 'isReadOnly'>,
): SourceAddressOf<'calDav'> => ({
  kind: 'calDav',
  url,
  user: account.user,
  account: account.id,
  addresses: account.addresses,
  ...(isReadOnly && { isReadOnly }),
});

/** The feed that follows a calendar of the account; undefined if there is none. */
export function feedOfCalendar(
  { list, sources }: FollowParts['feeds'],
  account: Account,
  url: string,
): Feed | undefined {
  const { location } = sources(sourceOf(account, { url, isReadOnly: false }));
  return list.all().find(({ source }) => sources(source).location === location);
}

/** The feeds of an account. */
export const feedsOf = ({ list }: Pick<Feeds, 'list'>, id: string): readonly Feed[] =>
  list.all().filter(({ source }) => source.kind === 'calDav' && source.account === id);

/** The id of the feed that a calendar of the account would get. */
export const idOfCalendar = (
  { list, sources }: FollowParts['feeds'],
  account: Account,
  url: string,
): string => freeFeedId(sources(sourceOf(account, { url, isReadOnly: false })).location, list.all());

/** Follows calendars of an account, with the server's name and colour; those that are followed already stay as they are. */
export function followCalendars(
  { feeds, settings }: FollowParts,
  account: Account,
  calendars: readonly DavCalendar[],
): void {
  const { list, sync } = feeds;
  const added: string[] = [];
  for (const calendar of calendars) {
    const { url, name, color } = calendar;
    const known = feedOfCalendar(feeds, account, url);
    const source = sourceOf(account, calendar);
    if (known !== undefined) {
      // It was imported, or followed before the account was added.
      list.put({ ...known, source });
      continue;
    }
    const id = idOfCalendar(feeds, account, url);
    const chosen = settings.current().calendars[id];
    if (color !== null && chosen?.hue === undefined)
      settings.change({
        calendars: { ...settings.current().calendars, [id]: { ...chosen, hue: nearestHue(color) } },
      });
    list.put({ id, name, source, format: 'ics', followed: 'all', color: freeColor(list.all()) });
    added.push(id);
  }
  void sync.refreshNow(added);
}

/** What the server may change of a source, to compare. */
const rightsOf = ({ addresses = [], isReadOnly }: SourceAddressOf<'calDav'>): string =>
  JSON.stringify([addresses, isReadOnly === true]);

/** Takes what the server says today: the names of its calendars and the rights in them, and the user's addresses. */
export function renameCalendars(
  { list }: Pick<Feeds, 'list'>,
  account: Account,
  calendars: readonly DavCalendar[],
): void {
  for (const feed of feedsOf({ list }, account.id)) {
    if (feed.source.kind !== 'calDav') continue;
    const { url, isReadOnly = false } = feed.source;
    const calendar = calendars.find((one) => one.url === url) ?? { url, isReadOnly, name: feed.name };
    const { name } = calendar;
    const source = { ...sourceOf(account, calendar), user: feed.source.user };
    if (name !== feed.name || rightsOf(source) !== rightsOf(feed.source)) list.put({ ...feed, name, source });
  }
}
