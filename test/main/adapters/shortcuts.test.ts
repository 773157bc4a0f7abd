import { globalShortcut } from 'electron';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createShortcuts, usesPortal } from '#main/adapters/electron/shortcuts.ts';
import { readyHost } from '../../../packages/electron-host/test/support/readyHost.ts';

beforeAll(() => void readyHost());
afterEach(() => {
  globalShortcut.unregisterAll();
  vi.restoreAllMocks();
});

/** What the system would call for each key it knows. */
let known: Map<string, () => void>;
beforeEach(() => {
  known = new Map();
  const register = globalShortcut.register.bind(globalShortcut);
  vi.spyOn(globalShortcut, 'register').mockImplementation((keys, pressed) => {
    known.set(keys, pressed);
    return register(keys, pressed);
  });
});

test('a key that was given back does nothing, but Wayland’s portal still finds it registered', () => {
  const shortcuts = createShortcuts(true);
  const heard: string[] = [];
  const first = shortcuts.register('Ctrl+Alt+J', () => heard.push('first'));
  first?.[Symbol.dispose]();
  known.get('Ctrl+Alt+J')?.();
  expect(heard).toEqual([]);
  expect(globalShortcut.isRegistered('Ctrl+Alt+J')).toBe(true);
  shortcuts.register('Ctrl+Alt+J', () => heard.push('again'));
  known.get('Ctrl+Alt+J')?.();
  expect(heard).toEqual(['again']);
});

test('elsewhere a key that was given back is free for other programs', () => {
  const shortcuts = createShortcuts(false);
  const registered = shortcuts.register('Ctrl+Alt+J', () => undefined);
  expect(registered).not.toBeNull();
  registered?.[Symbol.dispose]();
  expect(globalShortcut.isRegistered('Ctrl+Alt+J')).toBe(false);
});

test('shortcuts that are taken or invalid are refused', () => {
  globalShortcut.register('Ctrl+Alt+J', () => undefined);
  const shortcuts = createShortcuts(false);
  expect(shortcuts.register('Ctrl+Alt+J', () => undefined)).toBeNull();
  expect(shortcuts.register('Ctrl+Ä', () => undefined)).toBeNull();
});

test('only a Linux session under Wayland goes through the portal', () => {
  const wayland = { WAYLAND_DISPLAY: 'wayland-0' };
  expect(usesPortal('linux', wayland, '')).toBe(true);
  expect(usesPortal('linux', wayland, 'x11')).toBe(false);
  expect(usesPortal('linux', {}, '')).toBe(false);
  expect(usesPortal('darwin', wayland, '')).toBe(false);
});
