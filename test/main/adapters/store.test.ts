import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/main/adapters/store.ts';

const isWindows = process.platform === 'win32';

test.skipIf(isWindows)(
  'only its owner may read the configuration, in which addresses may hold tokens',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-hours-store-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const store = openStore(folder);
    store.write('feeds', [{ address: 'https://example.org/private-token/basic.ics' }]);
    expect((statSync(join(folder, 'config.json')).mode & 0o777).toString(8)).toBe('600');
    expect(store.read('feeds')).toHaveLength(1);
  },
);
