import type { EventName, EventPayload } from '#core/ipc/contract.ts';
import type { Instant, Result } from '#base';
import type { Api } from '../kit/api.ts';
import type { AppStore } from '../store/store.ts';
import { followAgenda } from './followAgenda.ts';
import { followNotes } from './followNotes.ts';
import { followPages } from './followPages.ts';
import { followSelection } from './followSelection.ts';

/**
 * Connects the store to main. Subscribes before it requests, so that no change in between is lost; an event is newer
 * than a reply that is still pending, and wins.
 * @param localNow this window's clock (ms)
 * @returns ends the subscriptions
 */
export function connectStore(store: AppStore, api: Api, localNow: () => Instant): () => void {
  const state = store.getState();
  const received = new Set<EventName>();
  const ends: (() => void)[] = [];

  const listen = <N extends EventName>(name: N, take: (payload: EventPayload<N>) => void): void => {
    ends.push(
      api.on(name, (payload) => {
        received.add(name);
        take(payload);
      }),
    );
  };
  const fetch = async <T>(
    asked: Promise<Result<T>>,
    newer: EventName | null,
    take: (value: T) => void,
  ): Promise<void> => {
    const outcome = await asked;
    if (!outcome.ok) state.problemReported(outcome.problem);
    else if (newer === null || !received.has(newer)) take(outcome.value);
  };

  listen('feeds:changed', state.feedsUpdated);
  listen('accounts:changed', state.accountsReceived);
  listen('communities:changed', state.communitiesReceived);
  listen('network:changed', state.networkReceived);
  listen('settings:changed', state.settingsReceived);
  listen('notes:moved', state.noteMoved);
  listen('reminders:missedChanged', state.missedReceived);
  listen('changes:changed', state.changesReceived);
  listen('join:visits', state.visitsReceived);
  listen('app:problems', state.problemsReceived);
  listen('question:changed', state.questionReceived);
  listen('app:clock', (now) => state.clockReceived(now, localNow()));

  void fetch(api.invoke('app:info'), null, (info) => state.infoReceived(info, localNow()));
  void fetch(api.invoke('app:problems'), 'app:problems', state.problemsReceived);
  void fetch(api.invoke('settings:get'), 'settings:changed', state.settingsReceived);
  ends.push(
    followAgenda(store, api),
    followNotes(store, api),
    followPages(store, api),
    followSelection(store, api),
  );
  void fetch(api.invoke('communities:get'), 'communities:changed', state.communitiesReceived);
  void fetch(api.invoke('network:get'), 'network:changed', state.networkReceived);
  void fetch(api.invoke('feeds:list'), null, state.feedsReceived);
  void fetch(api.invoke('accounts:list'), 'accounts:changed', state.accountsReceived);
  void fetch(api.invoke('reminders:missed'), 'reminders:missedChanged', state.missedReceived);
  void fetch(api.invoke('changes:list'), 'changes:changed', state.changesReceived);
  void fetch(api.invoke('join:visits'), 'join:visits', state.visitsReceived);
  void fetch(api.invoke('question:get'), 'question:changed', state.questionReceived);

  return () => {
    for (const end of ends) end();
  };
}
