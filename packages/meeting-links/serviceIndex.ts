import type { MeetingService } from './meetingService.ts';

/** Services by host, so that lookup does not try all of them. */
export type ServiceIndex = ReadonlyMap<string, readonly ServiceAtHost[]>;

/** A service, and the host under which it is indexed. */
export interface ServiceAtHost {
  readonly service: MeetingService;
  readonly domain: string;
}

/** Indexes services by host; of two with the same host, the earlier one is tried first. */
export function indexServices(services: readonly MeetingService[]): ServiceIndex {
  const index = new Map<string, ServiceAtHost[]>();
  for (const service of services) {
    for (const domain of service.hosts) {
      const known = index.get(domain);
      if (known) known.push({ service, domain });
      else index.set(domain, [{ service, domain }]);
    }
  }
  return index;
}

/**
 * The entry of a host, or of its nearest parent host, by whole labels: neither `zoom.us.evil.io` nor `evilzoom.us`
 * matches `zoom.us`.
 * @param host in lower case
 */
export function lookUpHost<T>(index: ReadonlyMap<string, T>, host: string): T | undefined {
  for (let at = 0; at !== -1;) {
    const found = index.get(at === 0 ? host : host.slice(at));
    if (found !== undefined) return found;
    const dot = host.indexOf('.', at);
    at = dot === -1 ? -1 : dot + 1;
  }
  return undefined;
}
