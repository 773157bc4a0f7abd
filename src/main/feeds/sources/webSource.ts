import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import { feedsProblem } from '#core/feeds/problems.ts';
import type { FeedLogins } from '../feedLogins.ts';
import { maskUrl, mayHoldToken } from '../maskUrl.ts';
import { failed, plainSource, type FeedSource } from './feedSource.ts';
import { fetchWeb, type WebPorts } from './fetchWeb.ts';

/** A calendar, file or page on a web server. */
export function webSource(
  ports: WebPorts & { readonly logins: Pick<FeedLogins, 'get' | 'discard'> },
  { url }: SourceAddressOf<'web'>,
): FeedSource {
  const host = URL.parse(url)?.host ?? url;
  return {
    ...plainSource,
    location: url,
    maskedAddress: maskUrl(url),
    isSecret: mayHoldToken(url),
    defaultName: host,
    fetchBytes: async (request) => {
      const login = await ports.logins.get(url);
      return login === 'locked'
        ? failed(feedsProblem('feed/loginLocked', host))
        : fetchWeb(ports, url, request, null, login);
    },
    discard: () => Promise.resolve(ports.logins.discard(url)),
  };
}
