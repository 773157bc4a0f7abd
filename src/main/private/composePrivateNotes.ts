import type { Shared } from '../app/composeShared.ts';
import type { ExternalLinks } from '../join/externalLinks.ts';
import { startAnswerReminder } from './answerReminder.ts';
import { createBriefCopy } from './briefCopy.ts';
import { registerPrivateHandlers } from './handlers.ts';
import { openPrivateVault, type PrivateVault } from './privateVault.ts';

/** Opens the vault of private notes, and locks it on sleep or when the window closes. */
export async function composeVault({ ports, owned, problems }: Shared): Promise<PrivateVault> {
  const { ipc, power, desktop } = ports;
  const vault = owned.use(await openPrivateVault(ports, problems));
  owned.use(vault.locked.on(() => ipc.send('private:locked', null)));
  owned.use(power.onSuspend(() => void vault.lock()));
  owned.use(desktop.onHidden(() => void vault.lock()));
  return vault;
}

/** Handles requests about the private notes, and asks whether a report was answered. */
export function composePrivateNotes(shared: Shared, vault: PrivateVault, externalLinks: ExternalLinks): void {
  const { ports, owned, problems, clockWatch } = shared;
  owned.use(startAnswerReminder(ports, { vault, problems, clockWatch }));
  const briefCopy = owned.use(createBriefCopy(ports));
  registerPrivateHandlers(shared, { vault, externalLinks, briefCopy });
}
