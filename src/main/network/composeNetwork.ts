import { addressOfProxy, nameOfProxy, readProxyAddress } from '#core/network/proxyRoute.ts';
import type { NetworkState } from '#core/network/networkState.ts';
import { success } from '#base';
import type { Credentials } from '../accounts/credentials.ts';
import type { Shared } from '../app/composeShared.ts';
import type { FeedSync } from '../feeds/feedSync.ts';
import { openOwnCertificates, withoutText, type OwnCertificates } from './ownCertificates.ts';
import { createProxyLogins, type ProxyLogins } from './proxyLogins.ts';

/** The way to the network, before anything is requested. */
export interface NetworkParts {
  readonly certificates: OwnCertificates;
  readonly logins: ProxyLogins;
}

/** Tells the connection what the user chose and what is stored. To be called before the feeds are opened. */
export function composeNetwork(
  { ports: { connection, files, environment, log }, owned, settings, problems }: Shared,
  credentials: Credentials,
): NetworkParts {
  const certificates = openOwnCertificates(files, environment);
  const ownProxy = (): string | null => {
    const { mode, address } = settings.current().proxy;
    const written = mode === 'manual' ? readProxyAddress(address) : null;
    return written === null ? null : nameOfProxy(written.proxy);
  };
  const logins = createProxyLogins(credentials, ownProxy);
  const takeLogin = async (): Promise<void> => {
    const { mode, address } = settings.current().proxy;
    const written = readProxyAddress(address);
    if (written === null || written.login === null) return;
    const { proxy, login } = written;
    const outcome = await logins.logIn(nameOfProxy(proxy), login, null);
    if (outcome.ok && settings.current().proxy.address === address)
      settings.change({ proxy: { mode, address: addressOfProxy(proxy) } });
  };
  // An edit of the file may put a login into the address; the window never does.
  void takeLogin();
  owned.use(settings.changed.on(() => void takeLogin()));
  connection.begin({
    proxy: () => settings.current().proxy,
    certificates: async () => {
      const damage = await certificates.damage();
      if (damage !== null) problems.report(damage);
      return (await certificates.all()).map(({ pem }) => pem);
    },
    proxyLogin: (proxy) => logins.get(proxy),
    proxyAsked: (question) => {
      log('a proxy wants a login');
      void logins.asked(question);
    },
  });
  return { certificates, logins };
}

/** Handles `network:…`. A change of the way to the network fetches every feed again. */
export function registerNetworkHandlers(
  { ports: { connection, desktop, ipc }, owned, handle, settings }: Shared,
  { certificates, logins }: NetworkParts,
  sync: Pick<FeedSync, 'refreshAll'>,
): void {
  const state = async (): Promise<NetworkState> => ({
    certificates: (await certificates.all()).map(withoutText),
    ...logins.state(),
  });
  const announce = (): void => void state().then((now) => ipc.send('network:changed', now));
  const goAnotherWay = async (): Promise<void> => {
    announce();
    await connection.renew();
    void sync.refreshAll();
  };
  owned.use(logins.changed.on(announce));
  let before = JSON.stringify(settings.current().proxy);
  owned.use(
    settings.changed.on(({ proxy }) => {
      const now = JSON.stringify(proxy);
      if (now === before) return;
      before = now;
      void goAnotherWay();
    }),
  );
  handle('network:get', state);
  handle('network:addCertificate', async () => {
    const path = await desktop.chooseCertificate();
    if (path === null) return success(null);
    const added = await certificates.add(path);
    if (added.ok) await goAnotherWay();
    return added;
  });
  handle('network:removeCertificate', async (id) => {
    await certificates.remove(id);
    await goAnotherWay();
    return success(null);
  });
  handle('network:logIn', async (proxy, user, password, keep) => {
    const outcome = await logins.logIn(proxy, { user, password }, keep);
    if (outcome.ok) await goAnotherWay();
    return outcome;
  });
  handle('network:later', (proxy) => {
    logins.later(proxy);
    return null;
  });
  handle('network:forget', async (proxy) => {
    logins.forget(proxy);
    await goAnotherWay();
    return null;
  });
}
