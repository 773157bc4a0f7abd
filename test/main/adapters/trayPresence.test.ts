import { expect, test } from 'vitest';
import { showsTrayIcons } from '#main/adapters/tray/trayPresence.ts';

const watched = ':1.7 org.kde.StatusNotifierWatcher 812 ksystemtray';

test.each([
  ['KDE', watched, { WAYLAND_DISPLAY: 'wayland-0', XDG_CURRENT_DESKTOP: 'KDE' }, true],
  [
    'GNOME with AppIndicator',
    watched,
    { WAYLAND_DISPLAY: 'wayland-0', XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' },
    true,
  ],
  [
    'stock GNOME',
    ':1.2 org.gnome.Shell',
    { WAYLAND_DISPLAY: 'wayland-0', XDG_CURRENT_DESKTOP: 'GNOME' },
    false,
  ],
  ['stock GNOME on X11', ':1.2 org.gnome.Shell', { DISPLAY: ':0', XDG_CURRENT_DESKTOP: 'GNOME' }, false],
  ['sway without a tray', '', { WAYLAND_DISPLAY: 'wayland-1', XDG_CURRENT_DESKTOP: 'sway' }, false],
  ['i3, whose bar has the older kind', '', { DISPLAY: ':0', XDG_CURRENT_DESKTOP: 'i3' }, true],
  ['X11 without a bus', null, { DISPLAY: ':0' }, true],
])('%s', (_name, names, env, expected) => {
  expect(showsTrayIcons(names, env)).toBe(expected);
});
