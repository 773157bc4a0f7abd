import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import { maskUrl } from '../maskUrl.ts';
import { plainSource, type FeedSource } from './feedSource.ts';
import { fetchWeb, type WebPorts } from './fetchWeb.ts';

/** A calendar, file or page on a web server. */
export function webSource(ports: WebPorts, { url }: SourceAddressOf<'web'>): FeedSource {
  const masked = maskUrl(url);
  return {
    ...plainSource,
    location: url,
    maskedAddress: masked,
    // A URL that is shown in full may be read by everyone.
    isSecret: masked !== url,
    defaultName: URL.parse(url)?.host ?? url,
    fetchBytes: (request) => fetchWeb(ports, url, request),
  };
}
