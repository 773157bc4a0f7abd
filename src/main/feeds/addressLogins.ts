import type { Feed } from '#core/feeds/feed.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { FeedLogins } from './feedLogins.ts';
import { loginInAddress } from './recogniseAddress.ts';

interface LoginParts {
  readonly logins: Pick<FeedLogins, 'keep'>;
  readonly secrets: Pick<Secrets, 'isAvailable'>;
}

/**
 * Takes logins out of stored addresses (`https://user:password@…`), as earlier versions and edits of the file left them:
 * they are kept like those that the user types. While the keyring is locked the address stays as it is.
 */
export async function withoutLogins(
  feeds: readonly Feed[],
  { logins, secrets }: LoginParts,
): Promise<readonly Feed[]> {
  if (!feeds.some(hasLogin)) return feeds;
  const isSilent = await secrets.isAvailable().then(
    () => false,
    () => true,
  );
  return isSilent ? feeds : Promise.all(feeds.map((feed) => split(feed, logins)));
}

const urlOf = ({ source }: Feed): URL | null =>
  source.kind === 'web' || source.kind === 'calDav' ? URL.parse(source.url) : null;

function hasLogin(feed: Feed): boolean {
  const url = urlOf(feed);
  return url !== null && (url.username !== '' || url.password !== '');
}

async function split(feed: Feed, logins: LoginParts['logins']): Promise<Feed> {
  const { source } = feed;
  const url = urlOf(feed);
  if (url === null || !hasLogin(feed) || (source.kind !== 'web' && source.kind !== 'calDav')) return feed;
  const login = loginInAddress(url.href);
  url.username = '';
  url.password = '';
  const bare: Feed = { ...feed, source: { ...source, url: url.href } };
  // An account has a password of its own.
  if (login === null || source.kind === 'calDav') return bare;
  return (await logins.keep(url.href, login, null)).ok ? bare : feed;
}
