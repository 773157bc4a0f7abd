import { createFiles } from '#main/adapters/disk/files.ts';
import type { NetworkConnection } from '#main/adapters/network/connection.ts';
import type { Terminal } from './command.ts';
import { readConfiguration } from './configuration.ts';
import { userDataFolder } from './folders.ts';

/** The connections that were opened, by the terminal of the command: one for all its requests. */
const opened = new WeakMap<Terminal, Promise<NetworkConnection>>();

/**
 * The way to the network: as the settings of the app say, with the certificates that were added there. Only variables
 * name the system's proxy here, since the desktop's own settings are known to Electron alone; a proxy's login is in its
 * address.
 */
export function openConnection(terminal: Terminal): Promise<NetworkConnection> {
  const known = opened.get(terminal) ?? open(terminal);
  opened.set(terminal, known);
  return known;
}

async function open(terminal: Terminal): Promise<NetworkConnection> {
  const [{ createConnection }, { openOwnCertificates }, { settings }] = await Promise.all([
    import('#main/adapters/network/connection.ts'),
    import('#main/network/ownCertificates.ts'),
    readConfiguration(terminal),
  ]);
  const certificates = openOwnCertificates(createFiles(), { userData: userDataFolder(terminal) });
  const connection = createConnection({ env: terminal.env, askSystem: null });
  connection.begin({
    proxy: () => settings.proxy,
    certificates: async () => (await certificates.all()).map(({ pem }) => pem),
    proxyLogin: () => Promise.resolve(null),
    proxyAsked: () => undefined,
  });
  return connection;
}
