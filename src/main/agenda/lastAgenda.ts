import { join } from 'node:path';
import { errorText } from '#base';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { lastAgendaOf, readLastAgenda } from '#core/agenda/lastAgenda.ts';
import type { Shared } from '../app/composeShared.ts';
import type { AgendaModel } from './agendaModel.ts';

const fileOf = ({ ports }: Shared): string => join(ports.environment.userData, 'lastAgenda.json');

/**
 * Answers with the next meetings of the last run, so that the window shows them while the calendars are read.
 * @returns whether there are any
 */
export async function answerLastAgenda(shared: Shared): Promise<boolean> {
  const { clock, files } = shared.ports;
  const stored = files.read(fileOf(shared)).catch(() => null);
  const last = async (): Promise<AgendaSnapshot | null> => {
    const bytes = await stored;
    return bytes === null
      ? null
      : readLastAgenda(new TextDecoder().decode(bytes), shared.zone(), clock.now());
  };
  shared.handle('agenda:last', last);
  return (await last()) !== null;
}

/** Keeps the next meetings for the next start whenever they change. A failed write costs only that head start. */
export function keepLastAgenda(shared: Shared, model: AgendaModel): void {
  const { clock, files, log } = shared.ports;
  let kept = '';
  let writing = Promise.resolve();
  const keep = (): void => {
    const text = JSON.stringify(lastAgendaOf(model.snapshot(), clock.now()));
    if (text === kept) return;
    kept = text;
    writing = writing
      .then(() => files.write(fileOf(shared), text))
      .catch((error: unknown) => log(`the last agenda was not kept: ${errorText(error)}`));
  };
  shared.owned.use(model.changed.on(keep));
  shared.owned.defer(() => writing);
}
