import { updateBetween } from '#core/agenda/agendaUpdate.ts';
import type { Ipc } from '../ports/ipc.ts';
import type { AgendaModel } from './agendaModel.ts';

/** The agenda for the window: the whole at the start, then what changes in it, and further ranges on request. */
export function startAgendaHandlers(agenda: AgendaModel, ipc: Ipc): Disposable {
  let sent = agenda.snapshot();
  using parts = new DisposableStack();
  parts.use(
    ipc.handle('agenda:get', async () => {
      await agenda.built;
      return agenda.snapshot();
    }),
  );
  parts.use(ipc.handle('agenda:range', (range) => agenda.range(range)));
  parts.use(
    agenda.changed.on((snapshot) => {
      ipc.send('agenda:changed', updateBetween(sent, snapshot));
      sent = snapshot;
    }),
  );
  return parts.move();
}
