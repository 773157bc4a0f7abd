import { expect, test } from 'vitest';
import { autostartEntry, boxObstacle, isEntryOn } from '#core/desktop/autostartEntry.ts';

const exec = (program: string): string => /^Exec=(.*)$/m.exec(autostartEntry(program))?.[1] ?? '';

test('the program starts hidden, wherever it lies', () => {
  expect(exec('/usr/bin/office-hours')).toBe('"/usr/bin/office-hours" --hidden');
  expect(exec('/home/me/My Apps/Office Hours.AppImage')).toBe(
    '"/home/me/My Apps/Office Hours.AppImage" --hidden',
  );
  expect(exec('/opt/100%/a')).toBe('"/opt/100%%/a" --hidden');
  // Escaped as an argument, and once more as a string.
  expect(exec('/opt/$HOME`x"y')).toBe(String.raw`"/opt/\\$HOME\\` + '`' + String.raw`x\\"y" --hidden`);
  expect(exec('/opt/a\\b')).toBe(String.raw`"/opt/a\\\\b" --hidden`);
});

test('an entry that a tool of the desktop switched off is off', () => {
  const entry = autostartEntry('/usr/bin/office-hours');
  expect(isEntryOn(entry)).toBe(true);
  expect(isEntryOn(`${entry}Hidden=true\n`)).toBe(false);
  expect(isEntryOn(entry.replace('enabled=true', 'enabled=false'))).toBe(false);
});

test('an app in a box says where its user lets it start, one outside of them needs nothing', () => {
  expect(boxObstacle({ FLATPAK_ID: 'io.github.office_hours.OfficeHours' })).toMatch(
    /^A Flatpak .*Autostart\.$/u,
  );
  expect(boxObstacle({ SNAP: '/snap/office-hours/1' })).toMatch(/^A Snap /u);
  expect(boxObstacle({ FLATPAK_ID: '', HOME: '/home/me' })).toBeNull();
});
