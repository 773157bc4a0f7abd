import { expect, test } from 'vitest';
import { describeRuntime } from '#main/adapters/electron/runtimeFacts.ts';

test('the runtime is Electron with its Chromium, or the host that replaces it', () => {
  expect(describeRuntime({ electron: '45.4.1', chrome: '150.0.1', node: '24.21.0' })).toBe(
    'Electron 45.4.1, Chromium 150.0.1, Node 24.21.0',
  );
  expect(describeRuntime({ electron: '45.4.1', node: '24.21.0' })).toBe(
    'packages/electron-host in place of Electron 45.4.1, Node 24.21.0',
  );
});
