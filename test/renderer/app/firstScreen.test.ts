import { expect, test } from 'vitest';
import type { RequestName } from '#core/ipc/contract.ts';
import { defaultSettings } from '#core/settings/settings.ts';
import { connectStore } from '#renderer/app/connectStore.ts';
import { awaitFirstScreen } from '#renderer/app/firstScreen.ts';
import { createApi } from '#renderer/kit/api.ts';
import { createAppStore } from '#renderer/store/store.ts';
import { FakeBridge, settled } from '../fakeBridge.ts';
import { ManualTimers } from '../manualTimers.ts';

function setup(answers: Partial<Record<RequestName, unknown>>) {
  const bridge = new FakeBridge(answers);
  const store = createAppStore();
  const api = createApi(bridge, () => undefined);
  const timers = new ManualTimers();
  const frames: (() => void)[] = [];
  let loads = 0;
  connectStore(store, api, () => 0);
  awaitFirstScreen(store, api, {
    after: timers.after,
    afterRender: (callback) => void frames.push(callback),
    loadRest: () => {
      loads += 1;
      return Promise.resolve();
    },
  });
  const drawn = (): number => bridge.asked.filter(({ name }) => name === 'window:drawn').length;
  return { store, timers, frames, drawn, loads: () => loads };
}

const welcomed = { ...defaultSettings, isWelcomeDone: true };
const never = new Promise(() => undefined);

test('the rest is loaded, and main told, once the agenda is on the screen', async () => {
  const { store, frames, drawn, loads } = setup({ 'settings:get': welcomed });
  await settled();
  expect([drawn(), loads(), store.getState().isDrawn]).toEqual([0, 0, false]);
  for (const draw of frames) draw();
  expect([drawn(), loads(), store.getState().isDrawn]).toEqual([1, 1, true]);
});

test('the welcome of a new user waits for no agenda', async () => {
  const { frames } = setup({
    'settings:get': { ...defaultSettings, isWelcomeDone: false },
    'agenda:get': () => never,
  });
  await settled();
  expect(frames).toHaveLength(1);
});

test('an agenda that takes long is not waited for', async () => {
  const { timers, frames } = setup({ 'settings:get': welcomed, 'agenda:get': () => never });
  await settled();
  expect(frames).toEqual([]);
  timers.advance(2000);
  expect(frames).toHaveLength(1);
});
