import { success, type Result } from '#base';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { applyUpdate } from '#core/agenda/agendaUpdate.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Api } from '../kit/api.ts';
import type { AppStore } from '../store/store.ts';

/** The present agenda, asked for part by part until all parts are of one revision. */
async function fetchAgenda(api: Api): Promise<Result<AgendaSnapshot>> {
  const occurrences: Occurrence[] = [];
  for (let revision: number | null = null; ;) {
    const outcome = await api.invoke('agenda:get', occurrences.length);
    if (!outcome.ok) return outcome;
    const { total, ...part } = outcome.value;
    if (revision === part.revision || occurrences.length === 0) occurrences.push(...part.occurrences);
    else occurrences.length = 0;
    ({ revision } = part);
    if (occurrences.length >= total) return success({ ...part, occurrences });
  }
}

/**
 * Keeps the store's agenda up to date: shows that of the last run, fetches the present one, then applies the updates that
 * main sends. If an update does not follow the known revision or is too long, fetches the agenda again.
 * @returns its end
 */
export function followAgenda(store: AppStore, api: Api): () => void {
  const { agendaReceived, lastAgendaReceived, problemReported } = store.getState();
  const current = () => store.getState().agenda;
  /** The newest revision that an update has named. */
  let newest = 0;
  let isFetching = false;

  const fetch = async (): Promise<void> => {
    if (isFetching) return;
    isFetching = true;
    const outcome = await fetchAgenda(api);
    isFetching = false;
    if (!outcome.ok) {
      problemReported(outcome.problem);
      return;
    }
    const { value } = outcome;
    const known = current()?.revision ?? -1;
    if (value.revision > known) agendaReceived(value);
    // The reply was on its way when an update came that could not be applied.
    if (Math.max(value.revision, known) < newest) await fetch();
  };

  const showLast = async (): Promise<void> => {
    const last = await api.invoke('agenda:last');
    if (last.ok && last.value !== null && current() === null) lastAgendaReceived(last.value);
  };

  const stop = api.on('agenda:changed', (update) => {
    newest = update.kind === 'all' ? update.agenda.revision : update.revision;
    const next = applyUpdate(current(), update);
    if (next === null) void fetch();
    else agendaReceived(next);
  });
  void showLast();
  void fetch();
  return stop;
}
