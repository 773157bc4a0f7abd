import { notesFailure } from '#core/notes/problems.ts';
import { DAY, success } from '#base';
import type { Shared } from '../app/composeShared.ts';
import type { ExternalLinks } from '../join/externalLinks.ts';
import type { BriefCopy } from './briefCopy.ts';
import { exportPrivateNotes } from './exportPrivateNotes.ts';
import type { PrivateVault } from './privateVault.ts';

/** Reveals nothing: subjects appear in lists of mail, and are not encrypted in transit. */
const SUBJECT = 'Code of conduct';

interface PrivateParts {
  readonly vault: PrivateVault;
  readonly externalLinks: ExternalLinks;
  readonly briefCopy: BriefCopy;
}

/** Handles requests about private notes. */
export function registerPrivateHandlers(
  { ports, handle }: Shared,
  { vault, externalLinks, briefCopy }: PrivateParts,
): void {
  handle('private:state', () => vault.state());
  handle('private:begin', (passphrase) => vault.begin(passphrase));
  handle('private:unlock', (passphrase) => vault.unlock(passphrase));
  handle('private:lock', async () => {
    await vault.lock();
    return null;
  });
  handle('private:save', (note) => vault.save(note));
  handle('private:remove', (id) => vault.remove(id));
  handle('private:remind', async (id, isWanted) => {
    if (vault.find(id) === null) return notesFailure('private/noNote');
    const at = isWanted ? ports.clock.now() + DAY : null;
    const outcome = await vault.remind([id], at);
    return outcome.ok ? success(at) : outcome;
  });
  handle('private:compose', (to) => externalLinks.openMail({ to, subject: SUBJECT }));
  handle('private:copy', async (id) => {
    const note = vault.find(id);
    if (note === null) return notesFailure('private/noNote');
    await briefCopy.copy(note.text);
    return success(null);
  });
  handle('private:leave', () => vault.leave());
  handle('private:takeBack', () => vault.takeBack());
  handle('private:offered', () => vault.offered());
  handle('private:protect', (current, next) => vault.protect(current, next));
  handle('private:export', (passphrase) => exportPrivateNotes(ports, vault, passphrase));
}
