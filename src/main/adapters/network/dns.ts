import { Resolver } from 'node:dns/promises';
import { domainToASCII } from 'node:url';
import type { CalendarService, Dns } from '../../ports/dns.ts';

/** A domain without a record answers at once; a network that drops these requests should not delay the rest. */
const PATIENCE = { timeout: 2_000, tries: 2 };

/** @param servers addresses of DNS servers; those of the system if left out */
export function createDns(servers: readonly string[] = []): Dns {
  return {
    async calendarServices(domain) {
      const resolver = new Resolver(PATIENCE);
      if (servers.length > 0) resolver.setServers(servers);
      const name = `_caldavs._tcp.${domainToASCII(domain)}`;
      const [records, texts] = await Promise.all([
        resolver.resolveSrv(name).catch(() => []),
        resolver.resolveTxt(name).catch(() => []),
      ]);
      const path = texts.map((parts) => /^path=(\/.*)$/.exec(parts.join(''))?.[1]).find(Boolean) ?? null;
      return (
        records
          .toSorted((one, other) => one.priority - other.priority || other.weight - one.weight)
          // A single dot says that there is no such service.
          .filter((record) => !/^\.?$/.test(record.name))
          .map((record): CalendarService => ({ host: record.name, port: record.port, path }))
      );
    },
  };
}
