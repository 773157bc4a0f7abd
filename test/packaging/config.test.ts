/** What no machine here can try: the parts of the configuration that are for macOS, Windows and Flatpak. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { appId } from '#main/adapters/electron/identity.ts';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const config = z
  .looseObject({
    appId: z.string(),
    artifactName: z.string(),
    files: z.array(z.string()),
    electronFuses: z.looseObject({}),
    mac: z.looseObject({ entitlements: z.string() }),
    nsis: z.looseObject({ artifactName: z.string() }),
    flatpak: z.looseObject({ finishArgs: z.array(z.string()) }),
  })
  .parse(parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')));

test('no glob cuts a folder of a library by a generic name', () => {
  const cuts = config.files.filter((glob) => glob.startsWith('!'));
  expect(cuts).toEqual([
    '!**/*.map',
    '!**/*.{ts,mts,cts,flow}',
    '!**/node_modules/node-{linux,win,darwin,bin}-*{,/**}',
  ]);
});

test('the name of no package holds a space, and each names its system and machine', () => {
  for (const name of [config.artifactName, config.nsis.artifactName])
    expect(name).toMatch(/^\$\{name\}-\$\{version\}-\$\{os\}-\$\{arch\}\S*\.\$\{ext\}$/);
  expect(packageJson.name).not.toMatch(/\s/);
});

test('on macOS the app is signed ad hoc after its fuses were set, and its timers and buttons work', () => {
  expect(config.electronFuses).toMatchObject({ resetAdHocDarwinSignature: true });
  expect(config.mac).toMatchObject({
    identity: '-',
    hardenedRuntime: false,
    extendInfo: { NSUserNotificationAlertStyle: 'alert', NSAppSleepDisabled: true },
  });
  // V8 cannot run without it once a Developer ID brings the hardened runtime.
  expect(readFileSync(join(root, config.mac.entitlements), 'utf8')).toContain(
    '<key>com.apple.security.cs.allow-jit</key>\n    <true/>',
  );
});

test('the Flatpak has a supported runtime, and asks for what the app uses and no more', () => {
  expect(config.flatpak).toMatchObject({ runtimeVersion: '25.08', baseVersion: '25.08' });
  const names = config.flatpak.finishArgs.filter((arg) => arg.includes('talk-name'));
  expect(names).toEqual([
    '--talk-name=org.kde.StatusNotifierWatcher',
    '--talk-name=org.freedesktop.secrets',
    '--talk-name=org.kde.kwalletd5',
    '--talk-name=org.kde.kwalletd6',
    '--system-talk-name=org.freedesktop.login1',
  ]);
});

test('the desktop knows the app by one id', () => {
  expect(config.appId).toBe(appId);
  expect(packageJson.desktopName).toBe(`${appId}.desktop`);
  const metainfo = readFileSync(join(root, `assets/linux/${appId}.metainfo.xml`), 'utf8');
  expect(metainfo).toContain(`<id>${appId}</id>`);
  expect(metainfo).toContain(`<launchable type="desktop-id">${appId}.desktop</launchable>`);
});
