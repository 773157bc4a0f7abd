import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHere } from './runCommand.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'office-hours-cli-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));
const run = (...args: string[]) => runHere(args, { home });

test('communities finds one by its abbreviation, and says how old its facts are', async () => {
  const { status, out } = await run('communities', 'otel');
  expect(status).toBe(0);
  expect(out).toMatch(
    /^CNCF\n {2}opentelemetry +OpenTelemetry {2}1 calendar, 6 stated meetings, 2026-08-19\n/u,
  );
});

test('the groups of Kubernetes are found as in the window, and followed', async () => {
  expect((await run('communities', 'sig node')).out).toMatch(/^Kubernetes\n {2}sig-node +SIG Node/u);
  expect((await run('communities', 'kops')).out).toMatch(/^Kubernetes\n {2}kops +kOps/u);
  expect((await run('communities', 'kubernetes')).out).toMatch(
    /^Kubernetes\n {2}kubernetes +Kubernetes {2}\d+ groups\n/u,
  );
  expect(await run('follow', 'sig multicluster')).toMatchObject({ out: 'following SIG Multicluster\n' });
  expect(await run('follow', 'sig-multicluster')).toMatchObject({
    out: 'you follow SIG Multicluster already\n',
  });
  expect(await run('follow', 'kubernetes')).toMatchObject({ out: 'following Kubernetes\n' });
});

test('communities --json gives each fact with its source', async () => {
  const { out } = await run('communities', 'scikit-learn', '--json');
  expect(JSON.parse(out)).toMatchObject([
    {
      id: 'scikit-learn',
      calendars: [{ kind: 'google', canFollow: true, source: { date: null, age: 'text of about 2022' } }],
    },
  ]);
});

test('a damaged file of a community is named on stderr, and the other communities are printed', async () => {
  const folder = join(home, 'assets/catalogue/directory');
  await cp(join(import.meta.dirname, '../../assets/catalogue/directory'), folder, { recursive: true });
  await writeFile(join(folder, 'linkerd.json'), '{"format": 1');
  const runDamaged = (...args: string[]) => runHere(args, { home, programFolder: home });
  const all = await runDamaged('communities', 'service mesh', '--json');
  expect(all).toMatchObject({ status: 0, out: expect.stringContaining('"istio"') });
  expect(all.err).toMatch(/about Linkerd cannot be read.*linkerd\.json is missing or damaged/u);
  expect(await runDamaged('follow', 'linkerd')).toMatchObject({
    status: 1,
    err: expect.stringContaining('about Linkerd cannot be read'),
  });
});

test('a word that finds nothing is bad input', async () => {
  expect(await run('communities', 'xylophone')).toMatchObject({ status: 1, out: '' });
});

test('agenda --community shows stated meetings if there is no calendar, and says so', async () => {
  const { status, out, err } = await run(
    'agenda',
    '--community',
    'spdx',
    '--from',
    '2026-12-01',
    '--zone',
    'UTC',
  );
  expect(status).toBe(0);
  expect(out).toMatch(/17:00–18:00 {2}SPDX Tech Team +unconfirmed/u);
  expect(err).toMatch(/SPDX has no calendar that can be followed; .* nobody confirmed them since/u);
});

test('agenda --community names the candidates if the word names several', async () => {
  expect(await run('agenda', '--community', 'service mesh')).toMatchObject({
    status: 1,
    err: expect.stringMatching(/istio.*linkerd/u),
  });
  expect(await run('agenda', '--community', 'otel', '--feed', 'x.ics')).toMatchObject({ status: 2 });
});

test('check calls what a page leaves open a question, and no mistake', async () => {
  const path = join(home, 'page.md');
  await writeFile(
    path,
    '# Kites\n\n## Kite call\n\nWednesdays, every two weeks, https://zoom.us/j/123456789\n\n## String call\n\nTuesdays at 17:00 UTC\n',
  );
  const { status, out } = await run('check', path);
  expect(status).toBe(0);
  expect(out).toContain('a page of text with 1 meeting with dates');
  expect(out).toContain('asks about “Kite call”: It meets every 2 weeks: in which week? At what time');
});

test('check says what is wrong with a community file, and fails', async () => {
  const path = join(home, 'kites.json');
  await writeFile(path, '{"format": 1, "id": "kites", "name": "Kites", "conduct": null, "communites": []}');
  const { status, out, err } = await run('check', path);
  expect(status).toBe(1);
  expect(out).toContain('has no field “communites”');
  expect(out).toContain('communities is missing');
  expect(err).toBe('office-hours: 2 mistakes\n');
});

test('check shows the first mistakes of a file with thousands', async () => {
  const path = join(home, 'ones.json');
  await writeFile(path, `{"communities": [${'1, '.repeat(9_999)}1]}`);
  const { status, out, err } = await run('check', path);
  expect(status).toBe(1);
  expect(out.split('\n').length).toBeLessThan(250);
  expect(out).toMatch(/… and \d{4} more\n$/);
  expect(err).toMatch(/^office-hours: \d{5} mistakes\n$/);
});

test('a community file cannot steer the terminal, not even by what is wrong with it', async () => {
  const path = join(home, 'steering.json');
  const [escape, override] = ['\u001B[31m\u0007', '\u202E'];
  const meeting = {
    uid: 'a',
    title: `Fly${escape}${override}`,
    when: { kind: 'weekly', weeks: 1, on: ['MO'], anchor: '2026-11-23' },
    time: '09:00',
    zone: `Mars/${escape}`,
  };
  const communities = [{ id: 'kites', name: `Kites${escape}`, kind: 'sig', meetings: [meeting] }];
  const file = { format: 1, id: 'kites', name: `Kites${escape}`, conduct: null, communities };
  await writeFile(path, JSON.stringify(file));
  for (const args of [
    ['check', path],
    ['agenda', '--feed', path],
  ]) {
    const { status, out, err } = await run(...args);
    expect(status).toBe(1);
    expect(out + err).toContain('is no time zone');
    expect(out + err).not.toMatch(/[^\P{C}\n]/u);
  }
});

test('check accepts what the app ships', async () => {
  const { status, out } = await run('check', 'assets/catalogue/kubernetes.json', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ format: 'catalogue', mistakes: [] });
});
