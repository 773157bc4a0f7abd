import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { clipboard, ClipboardItem } from '../src/desktop/clipboard.ts';
import { dialog } from '../src/desktop/dialog.ts';
import { globalShortcut } from '../src/desktop/globalShortcut.ts';
import { nativeTheme } from '../src/desktop/nativeTheme.ts';
import { safeStorage } from '../src/desktop/safeStorage.ts';
import { shell } from '../src/desktop/shell.ts';
import { NativeImage } from '../src/nativeImage.ts';
import { hasTrait } from '../src/profile.ts';
import { checkPdfOptions } from '../src/window/printing.ts';
import { session } from '../src/session/session.ts';
import { readyHost } from './support/readyHost.ts';

beforeAll(() => void readyHost());
afterEach(() => {
  vi.unstubAllEnvs();
});

const profile = (words: string): void => void vi.stubEnv('ELECTRON_HOST_PROFILE', words);

test('a profile with a word that means nothing is refused', () => {
  profile('wayland,waylnd');
  expect(() => hasTrait('wayland')).toThrow("unknown profile 'waylnd'");
});

test('the proxy of the system is a variable', async () => {
  expect(await session.defaultSession.resolveProxy('https://example.org/')).toBe('DIRECT');
  vi.stubEnv('ELECTRON_HOST_PROXY', 'PROXY 127.0.0.1:3128; DIRECT');
  expect(await session.defaultSession.resolveProxy('https://example.org/')).toBe(
    'PROXY 127.0.0.1:3128; DIRECT',
  );
});

test('what is encrypted can be read again, and not by its bytes', async () => {
  const secret = await safeStorage.encryptStringAsync('geheim ✓');
  expect(secret.includes('geheim')).toBe(false);
  expect(await safeStorage.decryptStringAsync(secret)).toEqual({
    result: 'geheim ✓',
    shouldReEncrypt: false,
  });
  secret[secret.length - 1]! ^= 1;
  await expect(safeStorage.decryptStringAsync(secret)).rejects.toThrow(
    'Error while decrypting the ciphertext',
  );
});

test('safeStorage answers late: nothing is there in the same turn', async () => {
  const order: string[] = [];
  const pending = safeStorage.isAsyncEncryptionAvailable().then(() => order.push('answer'));
  await Promise.resolve();
  await new Promise(setImmediate);
  order.push('later turn');
  await pending;
  expect(order).toEqual(['later turn', 'answer']);
});

test.each([
  { desktop: 'ubuntu:GNOME', keyring: '', backend: 'gnome_libsecret', mark: 'v10' },
  { desktop: 'XFCE', keyring: 'keyring', backend: 'gnome_libsecret', mark: 'v11' },
  { desktop: 'sway', keyring: '', backend: 'basic_text', mark: 'v10' },
  { desktop: 'sway', keyring: 'keyring', backend: 'basic_text', mark: 'v11' },
  { desktop: 'KDE', keyring: 'keyring', backend: 'kwallet6', mark: 'v11' },
])(
  'the backend is named after the desktop ($desktop), the key comes from the keyring ($keyring)',
  async ({ desktop, keyring, backend, mark }) => {
    vi.stubEnv('XDG_CURRENT_DESKTOP', desktop);
    vi.stubEnv('KDE_SESSION_VERSION', '6');
    profile(keyring);
    expect(safeStorage.getSelectedStorageBackend()).toBe(backend);
    expect(safeStorage.isEncryptionAvailable()).toBe(true);
    expect(await safeStorage.isAsyncEncryptionAvailable()).toBe(true);
    expect((await safeStorage.encryptStringAsync('x')).toString('latin1', 0, 3)).toBe(mark);
  },
);

test('once there is a keyring, a text under the fixed key can be read and should be encrypted again', async () => {
  const weak = await safeStorage.encryptStringAsync('x');
  profile('keyring');
  expect(await safeStorage.decryptStringAsync(weak)).toEqual({ result: 'x', shouldReEncrypt: true });
  const strong = await safeStorage.encryptStringAsync('x');
  expect(await safeStorage.decryptStringAsync(strong)).toEqual({ result: 'x', shouldReEncrypt: false });
  profile('');
  await expect(safeStorage.decryptStringAsync(strong)).rejects.toThrow('Error while decrypting');
});

test('a keyring that does not answer rejects', async () => {
  profile('keyring-failing');
  await expect(safeStorage.encryptStringAsync('x')).rejects.toThrow('temporarily unavailable');
  await expect(safeStorage.decryptStringAsync(Buffer.from('x'))).rejects.toThrow('temporarily unavailable');
});

test('on X11 a shortcut is taken once, and free after unregister', () => {
  expect(globalShortcut.register('CommandOrControl+Alt+J', () => {})).toBe(true);
  expect(globalShortcut.register('Ctrl+Alt+J', () => {})).toBe(false);
  globalShortcut.unregister('Ctrl+Alt+J');
  expect(globalShortcut.isRegistered('Ctrl+Alt+J')).toBe(false);
  globalShortcut.unregisterAll();
});

test('by the portal register is always true, denied or not, and only unregisterAll works', () => {
  for (const words of ['wayland', 'wayland,portal-denied']) {
    profile(words);
    expect(globalShortcut.register('Ctrl+Alt+J', () => {})).toBe(true);
    expect(globalShortcut.register('Ctrl+Alt+J', () => {})).toBe(true);
    globalShortcut.unregister('Ctrl+Alt+J');
    expect(globalShortcut.isRegistered('Ctrl+Alt+J')).toBe(true);
    globalShortcut.unregisterAll();
    expect(globalShortcut.isRegistered('Ctrl+Alt+J')).toBe(false);
  }
});

test('a shortcut that is none throws', () => {
  expect(() => globalShortcut.register('Ctrl+Ä', () => {})).toThrow(
    'Error processing argument at index 0, conversion failure from Ctrl+Ä',
  );
});

test('openExternal gives web addresses to xdg-open and mail addresses to xdg-email, and refuses what is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'opener-'));
  const log = join(folder, 'opened');
  writeFileSync(log, '');
  for (const program of ['xdg-open', 'xdg-email']) {
    writeFileSync(join(folder, program), `#!/bin/sh\necho "${program} $1" >> ${log}\n`, { mode: 0o755 });
  }
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
  await shell.openExternal('https://example.com/?a=1&b=2');
  await shell.openExternal('mailto:a@example.com');
  shell.showItemInFolder('/tmp/folder/notes.md');
  await expect
    .poll(() => readFileSync(log, 'utf8').split('\n').filter(Boolean).toSorted())
    .toEqual([
      'xdg-email mailto:a@example.com',
      'xdg-open file:///tmp/folder',
      'xdg-open https://example.com/?a=1&b=2',
    ]);
  await expect(shell.openExternal('no address')).rejects.toThrow('Invalid URL');
});

test('trashItem runs the program of the desktop and settles with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trash-'));
  const log = join(folder, 'trashed');
  for (const program of ['gio', 'trash-put', 'kioclient5'])
    writeFileSync(join(folder, program), `#!/bin/sh\necho "${program} $*" >> ${log}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
  vi.stubEnv('XDG_CURRENT_DESKTOP', 'GNOME');
  await shell.trashItem('/tmp/a note.md');
  vi.stubEnv('ELECTRON_TRASH', 'trash-cli');
  await shell.trashItem('/tmp/b.md');
  vi.stubEnv('ELECTRON_TRASH', '');
  vi.stubEnv('XDG_CURRENT_DESKTOP', 'KDE');
  vi.stubEnv('KDE_SESSION_VERSION', '5');
  await shell.trashItem('/tmp/c.md');
  expect(readFileSync(log, 'utf8')).toBe(
    'gio trash /tmp/a note.md\ntrash-put /tmp/b.md\nkioclient5 move /tmp/c.md trash:/\n',
  );
  writeFileSync(join(folder, 'kioclient5'), '#!/bin/sh\nexit 1\n');
  await expect(shell.trashItem('/tmp/d.md')).rejects.toThrow('Failed to move item to trash');
  vi.stubEnv('PATH', '/nonexistent');
  await expect(shell.trashItem('/tmp/d.md')).rejects.toThrow('Failed to move item to trash');
});

test('openPath never settles on Linux', async () => {
  vi.stubEnv('PATH', '/nonexistent');
  const outcome = await Promise.race([
    shell.openPath('/tmp').then(() => 'settled'),
    new Promise((resolve) => setTimeout(resolve, 50, 'still waiting')),
  ]);
  expect(outcome).toBe('still waiting');
});

test('the clipboard keeps text and HTML of one item together', async () => {
  vi.stubEnv('PATH', '/nonexistent');
  await clipboard.write([new ClipboardItem({ 'text/plain': 'a', 'text/html': '<b>a</b>' })]);
  expect(await clipboard.readText()).toBe('a');
  const [item] = await clipboard.read();
  expect(item?.types).toEqual(['text/plain', 'text/html']);
  expect(await (await item!.getType('text/html')).text()).toBe('<b>a</b>');
  await expect(item!.getType('image/png')).rejects.toThrow("The type 'image/png' was not found");
  await clipboard.writeText('b');
  expect([await clipboard.readText(), await clipboard.has('text/html')]).toEqual(['b', false]);
  clipboard.clear();
  expect(await clipboard.readText()).toBe('');
});

test('the clipboard refuses what is no list of items, or an item without text or Blob', async () => {
  const noList = clipboard.write(JSON.parse('"text"'));
  await expect(noList).rejects.toThrow(TypeError);
  const noText = clipboard.write([new ClipboardItem({ 'text/plain': JSON.parse('5') })]);
  await expect(noText).rejects.toThrow(TypeError);
});

test('a dialog refuses options of a wrong type at once', () => {
  const five = JSON.parse('5');
  expect(() => dialog.showOpenDialog({ title: five })).toThrow('Title must be a string');
  expect(() => dialog.showOpenDialog({ properties: five })).toThrow('Properties must be an array');
  expect(() => dialog.showSaveDialog({ defaultPath: five })).toThrow('Default path must be a string');
  expect(() => dialog.showMessageBox({ message: 'x', type: five })).toThrow('Invalid message box type');
  expect(() => dialog.showMessageBox({ message: 'x', buttons: five })).toThrow('Buttons must be an array');
  expect(() => dialog.showMessageBox({ message: five })).toThrow('Message must be a string');
});

test('options of printToPDF that are none throw', () => {
  const five = JSON.parse('5');
  expect(() => checkPdfOptions({ landscape: five })).toThrow('landscape must be a boolean');
  expect(() => checkPdfOptions({ margins: five })).toThrow('margins must be a object');
  expect(() => checkPdfOptions({ pageSize: JSON.parse('"B5"') })).toThrow('Invalid pageSize B5');
  expect(() => checkPdfOptions({ pageSize: 'A4', landscape: true })).not.toThrow();
});

test('themeSource decides, tells where something changes, and takes nothing else', () => {
  const heard: boolean[] = [];
  nativeTheme.on('updated', () => heard.push(nativeTheme.shouldUseDarkColors));
  nativeTheme.themeSource = 'dark';
  nativeTheme.themeSource = 'light';
  nativeTheme.themeSource = 'light';
  expect(heard).toEqual([true, false]);
  expect(() => {
    nativeTheme.themeSource = JSON.parse('"blue"');
  }).toThrow('Invalid themeSource: blue');
  nativeTheme.themeSource = 'system';
});

test('an image tells its size; what is no PNG, or not there, is empty', () => {
  const image = NativeImage.createFromPath('assets/icon.png');
  const missing = NativeImage.createFromPath('/nonexistent.png');
  expect(image.isEmpty() || image.getSize().width > 0).toBe(true);
  expect(missing.isEmpty()).toBe(true);
  expect(NativeImage.createFromBuffer(Buffer.from('no picture')).getSize()).toEqual({ width: 0, height: 0 });
  const dot =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const decoded = NativeImage.createFromDataURL(dot);
  expect([decoded.getSize(), decoded.toDataURL()]).toEqual([{ width: 1, height: 1 }, dot]);
});
