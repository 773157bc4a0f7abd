import { notesFailure } from '#core/notes/problems.ts';
import { DAY, success } from '#base';
import type { Shared } from '../app/composeShared.ts';
import type { ExternalLinks } from '../join/externalLinks.ts';
import type { PrivateVault } from './privateVault.ts';

/** Reveals nothing: subjects appear in lists of mail, and are not encrypted in transit. */
const SUBJECT = 'Code of conduct';

/** Handles requests about private notes. */
export function registerPrivateHandlers(
  { ports: { clock, desktop }, handle }: Shared,
  vault: PrivateVault,
  externalLinks: ExternalLinks,
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
    const at = isWanted ? clock.now() + DAY : null;
    const outcome = await vault.remind([id], at);
    return outcome.ok ? success(at) : outcome;
  });
  handle('private:compose', async (id, to) => {
    const note = vault.find(id);
    if (note === null) return notesFailure('private/noNote');
    const opened = await externalLinks.openMail({ to, subject: SUBJECT, text: note.text });
    if (!opened.ok) return opened;
    if (opened.value === 'withoutText') await desktop.copy(note.text);
    return success(opened.value === 'whole' ? 'written' : 'copied');
  });
}
