import { feedsProblem } from '#core/feeds/problems.ts';
import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import type { BuiltInCatalogues } from '../builtInCatalogues.ts';
import { failed, noValidators, plainSource, type BundledCopy, type FeedSource } from './feedSource.ts';
import { fetchWeb, type WebPorts } from './fetchWeb.ts';

/** A catalogue that comes with the app, and the sigs.yaml on the network that updates it. */
export function builtInSource(
  ports: WebPorts & { readonly catalogues: BuiltInCatalogues },
  { id }: SourceAddressOf<'builtIn'>,
): FeedSource {
  const { catalogues } = ports;
  const bundledCopy = async (): Promise<BundledCopy | null> => {
    const bytes = await catalogues.read(id).catch(() => null);
    return bytes === null ? null : { bytes, date: catalogues.dateOf(id) };
  };
  return {
    ...plainSource,
    location: id,
    maskedAddress: 'built in',
    defaultName: id,
    isRemovable: false,
    mayChange: () => catalogues.liveAddress(id) !== null,
    fetchBytes: async (request) => {
      const bundled = await bundledCopy();
      const live = catalogues.liveAddress(id);
      if (live !== null) return fetchWeb(ports, live, request, bundled?.bytes ?? null);
      if (bundled === null) return failed(feedsProblem('feed/noFile'));
      return {
        kind: 'copy',
        copy: { ...noValidators, bytes: bundled.bytes, base: null },
        freshForMs: null,
      };
    },
    bundledCopy,
  };
}
