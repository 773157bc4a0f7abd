import type { Shared } from '../app/composeShared.ts';
import type { ExternalLinks } from '../join/externalLinks.ts';
import { startAnswerReminder } from './answerReminder.ts';
import { registerPrivateHandlers } from './handlers.ts';
import { openPrivateVault } from './privateVault.ts';

/** Opens the private notes, which are locked, locks them again on sleep or a closed window, and asks for answers. */
export async function composePrivateNotes(shared: Shared, externalLinks: ExternalLinks): Promise<void> {
  const { ports, owned, problems, clockWatch } = shared;
  const { ipc, power, desktop } = ports;
  const vault = owned.use(await openPrivateVault(ports, problems));
  owned.use(vault.locked.on(() => ipc.send('private:locked', null)));
  owned.use(power.onSuspend(() => void vault.lock()));
  owned.use(desktop.onHidden(() => void vault.lock()));
  owned.use(startAnswerReminder(ports, { vault, problems, clockWatch }));
  registerPrivateHandlers(shared, vault, externalLinks);
}
