import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pageFile } from '#main/adapters/electron/pageFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'office-hours-page-'));
const root = join(folder, 'renderer');
mkdirSync(join(root, 'assets'), { recursive: true });
mkdirSync(join(folder, 'renderer-other'));
writeFileSync(join(folder, 'secret.json'), '{}');
writeFileSync(join(folder, 'renderer-other/secret.json'), '{}');
writeFileSync(join(root, 'index.html'), '<!doctype html>');
writeFileSync(join(root, 'assets/main.js'), 'export {}');
writeFileSync(join(root, 'assets/unknown.exe'), '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => pageFile({ url, method }, root);

test.each([
  ['app://bundle/index.html', 'text/html; charset=utf-8'],
  ['app://bundle/index.html?x#y', 'text/html; charset=utf-8'],
  ['app://bundle/assets/main.js', 'text/javascript; charset=utf-8'],
])('%s is served as %s', async (url, type) => {
  const response = await get(url);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
});

test.each([
  'app://bundle/../secret.json',
  'app://bundle/%2e%2e/secret.json',
  'app://bundle/..%2fsecret.json',
  'app://bundle/..%5csecret.json',
  'app://bundle/assets/..%2f..%2fsecret.json',
  'app://bundle/..%2frenderer-other/secret.json',
  'app://bundle/%00',
  'app://bundle/%zz',
  'app://bundle/c:/secret.json',
  'app://bundle//etc/passwd',
  'app://other/index.html',
  'app://bundle/assets/unknown.exe',
  'app://bundle/assets',
  'app://bundle/',
  'nonsense',
])('%s is not found', async (url) => {
  expect((await get(url)).status).toBe(404);
});

test('only reading is answered', async () => {
  expect((await get('app://bundle/index.html', 'POST')).status).toBe(404);
});

test('every answer, also "not found", carries the policy and forbids guessing its type', async () => {
  for (const url of ['app://bundle/index.html', 'app://bundle/missing.js']) {
    const { headers } = await get(url);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
});
