import { partOf, type AgendaUpdate } from '#core/agenda/agendaUpdate.ts';
import { expect, test } from 'vitest';
import { createApi } from '#renderer/kit/api.ts';
import { visibleProblems } from '#renderer/store/appSlice.ts';
import { connectStore } from '#renderer/app/connectStore.ts';
import { createAppStore } from '#renderer/store/store.ts';
import type { RequestName } from '#core/ipc/contract.ts';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { defaultSettings } from '#core/settings/settings.ts';
import { anOccurrence } from '#test/builders/anOccurrence.ts';
import { FakeBridge, settled } from '../fakeBridge.ts';

const setup = (answers: Partial<Record<RequestName, unknown>> = {}) => {
  const bridge = new FakeBridge(answers);
  const store = createAppStore();
  const api = createApi(bridge, (problem) => store.getState().problemReported(problem));
  const end = connectStore(store, api, () => 500);
  return { bridge, store, end };
};

const snapshot = (title: string, revision = 1): AgendaSnapshot => ({
  revision,
  zone: 'Europe/Berlin',
  window: { from: 0, to: 1 },
  occurrences: [anOccurrence({ uid: 'one', title })],
});

test('the state is null until main has answered', async () => {
  const { store } = setup({ 'agenda:get': partOf(snapshot('SIG Node'), 0) });
  expect(store.getState()).toMatchObject({ agenda: null, feeds: null, notes: null, settings: null });
  await settled();
  expect(store.getState()).toMatchObject({ feeds: [], notes: [], settings: defaultSettings });
  expect(store.getState().agenda?.occurrences[0]?.title).toBe('SIG Node');
});

test('an event is newer than a reply that arrives after it', async () => {
  const { bridge, store } = setup({ 'agenda:get': partOf(snapshot('old'), 0) });
  bridge.emit('agenda:changed', { kind: 'all', agenda: snapshot('new', 2) });
  await settled();
  expect(store.getState().agenda?.occurrences[0]?.title).toBe('new');
});

test('the window applies what changed in the agenda, and fetches all of it if a revision is missing', async () => {
  let agenda = snapshot('first');
  const { bridge, store } = setup({ 'agenda:get': (from: number) => partOf(agenda, from) });
  await settled();
  const changes = (since: number, title: string): AgendaUpdate => {
    const { window, occurrences } = snapshot(title);
    return {
      kind: 'changes',
      since,
      revision: since + 1,
      window,
      added: [],
      changed: occurrences,
      removed: [],
    };
  };
  bridge.emit('agenda:changed', changes(1, 'second'));
  expect(store.getState().agenda).toMatchObject({ revision: 2, occurrences: [{ title: 'second' }] });
  agenda = snapshot('fifth', 5);
  bridge.emit('agenda:changed', changes(4, 'not applied'));
  expect(store.getState().agenda?.occurrences[0]?.title).toBe('second');
  await settled();
  expect(store.getState().agenda).toMatchObject({ revision: 5, occurrences: [{ title: 'fifth' }] });
});

test('a long agenda is fetched in parts, and anew if it changes in between', async () => {
  const many = (revision: number, count: number): AgendaSnapshot => ({
    ...snapshot('', revision),
    occurrences: Array.from({ length: count }, (_, index) =>
      anOccurrence({ uid: `${index}`, title: `${revision}` }),
    ),
  });
  let agenda = snapshot('first');
  const { bridge, store } = setup({
    'agenda:get': (from: number) => {
      const part = partOf(agenda, from);
      if (from === 2_000) agenda = many(3, 2_100);
      return part;
    },
  });
  await settled();
  agenda = many(2, 3_500);
  bridge.emit('agenda:changed', { kind: 'renewed', revision: 2 });
  expect(store.getState().agenda?.occurrences).toHaveLength(1);
  await settled();
  const received = store.getState().agenda;
  expect(received?.revision).toBe(3);
  expect(received?.occurrences.map(({ uid }) => uid)).toEqual(agenda.occurrences.map(({ uid }) => uid));
  expect(new Set(received?.occurrences.map(({ title }) => title))).toEqual(new Set(['3']));
});

test('the clock follows main’s: at the start, and after a jump', async () => {
  const { bridge, store } = setup();
  await settled();
  expect(store.getState().clockOffset).toBe(-500);
  bridge.emit('app:clock', 10_500);
  expect(store.getState().clockOffset).toBe(10_000);
});

test('an invalid reply leaves the rest of the window working', async () => {
  const { store } = setup({ 'feeds:list': 'no list' });
  await settled();
  expect(store.getState().feeds).toBeNull();
  expect(store.getState().agenda).not.toBeNull();
  expect(visibleProblems(store.getState())).toHaveLength(1);
});

test('a dismissed problem stays hidden while it lasts, and is shown again when it returns', async () => {
  const trouble = { code: 'feed/unreachable', title: 'Not reachable', detail: '' };
  const { bridge, store } = setup({ 'app:problems': [trouble] });
  await settled();
  store.getState().problemDismissed(trouble);
  bridge.emit('app:problems', [trouble]);
  expect(visibleProblems(store.getState())).toEqual([]);
  bridge.emit('app:problems', []);
  bridge.emit('app:problems', [trouble]);
  expect(visibleProblems(store.getState())).toEqual([trouble]);
});

test('after its end it receives no events', async () => {
  const { bridge, end } = setup();
  await settled();
  expect(bridge.listenerCount).toBeGreaterThan(0);
  end();
  expect(bridge.listenerCount).toBe(0);
});
