import type { Shared } from '../app/composeShared.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Accounts } from './accounts.ts';
import type { Credentials } from './credentials.ts';

/** Handles `accounts:…`. No reply contains a password. A request that removes meetings resolves after the agenda shows it. */
export function registerAccountHandlers(
  { handle }: Shared,
  accounts: Accounts,
  credentials: Credentials,
  agenda: Pick<AgendaModel, 'rebuild'>,
): void {
  const { address } = accounts;
  handle('accounts:list', async () => [...(await accounts.states())]);
  handle('accounts:keeping', () => credentials.keeping());
  handle('accounts:find', (given, user, password) => accounts.find(given, { user, password }));
  handle('accounts:findGoogle', (email, client) => accounts.findGoogle(email, client));
  handle('accounts:cancel', () => {
    accounts.cancel();
    return null;
  });
  handle('accounts:signInAgain', (id, client, keep) => accounts.signInAgain(id, client, keep));
  handle('accounts:add', (id, urls, keep) => accounts.add(id, urls, keep));
  handle('accounts:calendars', (id) => accounts.calendars(id));
  handle('accounts:findAddress', (id, given, user, password) => address.find(id, given, user, password));
  handle('accounts:changeAddress', (id, keep) => address.change(id, keep));
  handle('accounts:takeBackAddress', (id) => address.takeBack(id));
  handle('accounts:password', (id, password, keep) => accounts.setPassword(id, password, keep));
  handle('accounts:unlock', (passphrase) => credentials.unlock(passphrase));
  handle('accounts:remove', async (id) => {
    const removed = await accounts.remove(id);
    if (removed.ok) await agenda.rebuild();
    return removed;
  });
  handle('accounts:restore', async (id) => {
    const restored = await accounts.restore(id);
    if (restored.ok) await agenda.rebuild();
    return restored;
  });
}
