import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClock } from '#main/adapters/system/clock.ts';
import { isCommand, ownArguments, readCommandLine } from '#main/adapters/electron/commandLine.ts';
import { createLog } from '#main/adapters/disk/log.ts';
import { isOwnPage, originOf } from '#main/adapters/electron/pageAddress.ts';
import { createWindowMemory } from '#main/adapters/windows/windowMemory.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-hours-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a clock with an offset shows another time and runs on', () => {
  const hour = 3_600_000;
  const [real, moved] = [createClock(), createClock(hour)];
  const [before, shown, after] = [real.now(), moved.now(), real.now()];
  expect(shown - hour).toBeGreaterThanOrEqual(before);
  expect(shown - hour).toBeLessThanOrEqual(after);
});

test('a delay beyond the platform’s limit does not fire at once', async () => {
  const clock = createClock();
  let isCalled = false;
  using parts = new DisposableStack();
  parts.use(
    clock.after(365 * 86_400_000, () => {
      isCalled = true;
    }),
  );
  await new Promise<void>((resolve) => clock.after(20, resolve));
  expect(isCalled).toBe(false);
});

test('a disposed delay never fires', async () => {
  const clock = createClock();
  let isCalled = false;
  const delay = clock.after(1, () => {
    isCalled = true;
  });
  delay[Symbol.dispose]();
  await new Promise<void>((resolve) => clock.after(20, resolve));
  expect(isCalled).toBe(false);
});

test('the command line gives the instant to start at, among arguments of others', () => {
  expect(readCommandLine(['--no-sandbox', '--now=2026-11-20T16:49:50Z', '--hidden'])).toEqual({
    now: Date.UTC(2026, 10, 20, 16, 49, 50),
  });
  expect(readCommandLine(['--now=yesterday'])).toEqual({ now: null });
});

test('the app finds its own arguments, installed or run from a folder', () => {
  const app = process.cwd();
  expect(ownArguments(['/opt/Office Hours/office-hours', 'next', '--json'], '/opt/app.asar')).toEqual([
    'next',
    '--json',
  ]);
  expect(ownArguments(['electron', '-r', './loader.js', '--inspect=0', '.', '--hidden'], app)).toEqual([
    '--hidden',
  ]);
  expect(ownArguments(['office-hours', '--no-sandbox', 'next'], '/opt/app.asar')).toEqual(['next']);
  expect(ownArguments(['office-hours'], '/opt/app.asar')).toEqual([]);
});

test.each([
  [['next', '--format', 'waybar'], true],
  [['dance'], true],
  [['--version'], true],
  [['--hidden', 'next'], false],
  [['office-hours://note'], false],
  [['OFFICE-HOURS:note'], false],
  [[''], false],
  [[], false],
])('%j is a command: %s', (args, expected) => {
  expect(isCommand(args)).toBe(expected);
});

test('the log has dated, redacted lines', () => {
  const path = join(folder, 'logs/main.log');
  const log = createLog(path, () => Date.UTC(2026, 10, 20));
  log('feed https://example.org/private/abc.ics failed');
  expect(readFileSync(path, 'utf8')).toBe('2026-11-20T00:00:00.000Z feed https://example.org/… failed\n');
});

test('a log without a place is silent', () => {
  writeFileSync(join(folder, 'file'), '');
  const log = createLog(join(folder, 'file/main.log'), () => 0);
  expect(() => log('anything')).not.toThrow();
});

test.each([
  ['app://bundle/index.html', true],
  ['app://bundle/assets/../index.html', true],
  ['app://bundle.evil/index.html', false],
  ['app://other/index.html', false],
  ['https://bundle/index.html', false],
  ['about:blank', false],
  ['', false],
])('%s is our page: %s', (address, isOurs) => {
  expect(isOwnPage(address, 'app://bundle/index.html')).toBe(isOurs);
});

test('an origin has scheme, host and port', () => {
  expect(originOf('http://localhost:5173/main.tsx')).toBe('http://localhost:5173');
  expect(originOf('data:text/html,x')).toBeNull();
});

test('a remembered window that makes no sense has the default size', () => {
  const shape = (stored: unknown) =>
    createWindowMemory(
      () => stored,
      () => {},
    ).read();
  const usual = { width: 1100, height: 760, isMaximized: false };
  expect([undefined, null, 'x', { width: -1, height: 1e9 }].map(shape)).toEqual([usual, usual, usual, usual]);
  expect(shape({ width: 800, height: 600, isMaximized: true })).toEqual({
    width: 800,
    height: 600,
    isMaximized: true,
  });
});
