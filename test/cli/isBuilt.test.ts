import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isBuilt } from '#cli/isBuilt.mjs';

/** A checkout with one source of 10 s and a build of 20 s after the epoch. */
function aCheckout(sources: string): { checkout: string; built: string; source: string } {
  const checkout = mkdtempSync(join(tmpdir(), 'is-built-'));
  onTestFinished(() => rmSync(checkout, { recursive: true }));
  mkdirSync(join(checkout, 'out'));
  const [built, source] = [join(checkout, 'out/commandLine.js'), join(checkout, 'one.ts')];
  writeFileSync(built, '');
  writeFileSync(join(checkout, 'out/sources.json'), sources);
  writeFileSync(source, '');
  utimesSync(source, 10, 10);
  utimesSync(built, 20, 20);
  return { checkout, built, source };
}

test('a build is used until one of its sources changes', () => {
  const { checkout, built, source } = aCheckout('["one.ts"]');
  expect(isBuilt(checkout, built)).toBe(true);
  utimesSync(source, 30, 30);
  expect(isBuilt(checkout, built)).toBe(false);
});

test('a build is not used if a source was deleted, its list cannot be read, or there is none', () => {
  const gone = aCheckout('["one.ts", "two.ts"]');
  expect(isBuilt(gone.checkout, gone.built)).toBe(false);
  const damaged = aCheckout('["one.ts"');
  expect(isBuilt(damaged.checkout, damaged.built)).toBe(false);
  expect(isBuilt(damaged.checkout, join(damaged.checkout, 'none.js'))).toBe(false);
});
