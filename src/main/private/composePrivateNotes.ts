import type { Shared } from '../app/composeShared.ts';
import type { ExternalLinks } from '../join/externalLinks.ts';
import { startAnswerReminder } from './answerReminder.ts';
import { createBriefCopy } from './briefCopy.ts';
import { registerPrivateHandlers } from './handlers.ts';
import { openPrivateVault } from './privateVault.ts';

/** Creates the vault of private notes, locks it on sleep or when the window closes, and asks whether a report was answered. */
export async function composePrivateNotes(shared: Shared, externalLinks: ExternalLinks): Promise<void> {
  const { ports, owned, problems, clockWatch } = shared;
  const { ipc, power, desktop } = ports;
  const vault = owned.use(await openPrivateVault(ports, problems));
  owned.use(vault.locked.on(() => ipc.send('private:locked', null)));
  owned.use(power.onSuspend(() => void vault.lock()));
  owned.use(desktop.onHidden(() => void vault.lock()));
  owned.use(startAnswerReminder(ports, { vault, problems, clockWatch }));
  const briefCopy = owned.use(createBriefCopy(ports));
  registerPrivateHandlers(shared, { vault, externalLinks, briefCopy });
}
