import { expect, test } from 'vitest';
import { createCaptureGuard } from '#main/adapters/windows/captureGuard.ts';
import { createDesktop } from '#main/adapters/electron/desktop.ts';
import { copied } from '../../fakes/electron.ts';

test('copied text has no control characters, which a terminal would execute on pasting', async () => {
  const window = { show: () => undefined, onHidden: () => ({ [Symbol.dispose]: () => undefined }) };
  const desktop = createDesktop(window, { update: () => undefined }, createCaptureGuard());
  await desktop.copy('one\n\ttwo\u001b[201~\u0003');
  await desktop.copy('a\u001bb', '<b>a</b>');
  expect(copied).toEqual(['one\n\ttwo[201~', { 'text/plain': 'ab', 'text/html': '<b>a</b>' }]);
});
