import { expect, test } from 'vitest';
import { undoLast } from '#renderer/app/undoLast.ts';
import { createApi } from '#renderer/kit/api.ts';
import { changeSettings, changeSettingsInTurn } from '#renderer/kit/changeSettings.ts';
import { hidingUndo, withCalendar } from '#renderer/kit/hideCalendar.ts';
import { createAppStore } from '#renderer/store/store.ts';
import { defaultSettings, settings, type Settings, type SettingsChange } from '#core/settings/settings.ts';
import { FakeBridge } from '../fakeBridge.ts';

/** Changes of settings that hide something can be undone, without losing what was changed since. */

function setup() {
  let stored: Settings = defaultSettings;
  const bridge = new FakeBridge({
    'settings:change': (change: SettingsChange) => (stored = settings.parse({ ...stored, ...change })),
  });
  const store = createAppStore();
  store.getState().settingsReceived(stored);
  const api = createApi(bridge, () => undefined);
  const hide = async (id: string, name: string) => {
    const change = { isShown: false };
    await changeSettings({ api, store }, withCalendar(stored, id, change), hidingUndo(id, name, change));
  };
  return { app: { api, store }, store, hide, now: () => stored };
}

test('a calendar that was hidden is shown again, and keeps the name that it got since', async () => {
  const { app, store, hide, now } = setup();
  await hide('ics-1', 'Holidays');
  expect(now().calendars['ics-1']).toEqual({ isShown: false });
  expect(store.getState().undoToast).toMatchObject({ words: 'Holidays is hidden', kind: 'done' });
  await changeSettings(app, withCalendar(now(), 'ics-1', { name: 'Free days' }));
  await undoLast(store);
  expect(now().calendars['ics-1']).toEqual({ isShown: true, name: 'Free days' });
});

test('hiding that was reverted by hand is passed over by the undo', async () => {
  const { app, store, hide, now } = setup();
  await hide('ics-1', 'Holidays');
  await hide('ics-2', 'Team');
  await changeSettings(app, withCalendar(now(), 'ics-2', { isShown: true }));
  await undoLast(store);
  expect(now().calendars).toEqual({ 'ics-1': { isShown: true }, 'ics-2': { isShown: true } });
});

test('two calendars that are hidden at once are both hidden', async () => {
  const { app, now } = setup();
  await Promise.all(
    ['ics-1', 'ics-2'].map((id) =>
      changeSettingsInTurn(app, (present) => withCalendar(present, id, { isShown: false })),
    ),
  );
  expect(now().calendars).toEqual({ 'ics-1': { isShown: false }, 'ics-2': { isShown: false } });
});

test('without words for a toast a change offers no undo; with them alone it restores the previous values', async () => {
  const { app, store, now } = setup();
  await changeSettings(app, { theme: 'dark' });
  expect(store.getState().undoToast).toBeNull();
  await changeSettings(
    app,
    { hidesTitles: true },
    { words: 'Titles are hidden', undone: 'Titles are shown' },
  );
  await undoLast(store);
  expect(now()).toMatchObject({ hidesTitles: false, theme: 'dark' });
});
