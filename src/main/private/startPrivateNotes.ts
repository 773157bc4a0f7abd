import { DAY, failure, success } from '#base';
import type { ClockWatch } from '../time/clockWatch.ts';
import type { ExternalLinks } from '../join/externalLinks.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import { startAnswerReminder } from './answerReminder.ts';
import { openPrivateVault } from './privateVault.ts';

type PrivatePorts = Pick<
  Ports,
  'files' | 'secrets' | 'clock' | 'environment' | 'notifier' | 'power' | 'desktop' | 'ipc'
>;

interface PrivateParts {
  readonly gate: ExternalLinks;
  readonly problems: Problems;
  readonly clockWatch: ClockWatch;
}

/** Says nothing of what happened: subjects stand in lists, and are not encrypted on their way. */
const SUBJECT = 'Code of conduct';

const noNote = failure('private/noNote', 'This note is not there any more', 'It was removed or locked.');

/** The private notes: answers the window, locks them when nobody looks, and asks for answers. */
export async function startPrivateNotes(
  ports: PrivatePorts,
  { gate, problems, clockWatch }: PrivateParts,
): Promise<AsyncDisposable> {
  const { ipc, clock, power, desktop } = ports;
  await using parts = new AsyncDisposableStack();
  const vault = parts.use(await openPrivateVault(ports, problems));
  parts.use(vault.locked.on(() => ipc.send('private:locked', null)));
  parts.use(power.onSuspend(() => void vault.lock()));
  parts.use(desktop.onHidden(() => void vault.lock()));
  parts.use(startAnswerReminder(ports, { vault, problems, clockWatch }));

  parts.use(ipc.handle('private:state', () => vault.state()));
  parts.use(ipc.handle('private:begin', (passphrase) => vault.begin(passphrase)));
  parts.use(ipc.handle('private:unlock', (passphrase) => vault.unlock(passphrase)));
  parts.use(
    ipc.handle('private:lock', async () => {
      await vault.lock();
      return null;
    }),
  );
  parts.use(ipc.handle('private:save', (note) => vault.save(note)));
  parts.use(ipc.handle('private:remove', (id) => vault.remove(id)));
  parts.use(
    ipc.handle('private:remind', async (id, isWanted) => {
      if (vault.find(id) === null) return noNote;
      const at = isWanted ? clock.now() + DAY : null;
      const outcome = await vault.remind([id], at);
      return outcome.ok ? success(at) : outcome;
    }),
  );
  parts.use(
    ipc.handle('private:compose', async (id, to) => {
      const note = vault.find(id);
      if (note === null) return noNote;
      const opened = await gate.openMail({ to, subject: SUBJECT, text: note.text });
      if (!opened.ok) return opened;
      if (opened.value === 'withoutText') await desktop.copy(note.text);
      return success(opened.value === 'whole' ? 'written' : 'copied');
    }),
  );
  return parts.move();
}
