import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Result } from '#base';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

const zoom = readFileSync(join(import.meta.dirname, '../../packages/captions/test/fixtures/zoom.vtt'));

async function withCaptions(content: string | Uint8Array): Promise<{ computer: Computer; app: RunningApp }> {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.memory.put('/home/me/GMT2026 Recording.vtt', content);
  const app = await computer.start();
  app.desktop.chosenFile = '/home/me/GMT2026 Recording.vtt';
  return { computer, app };
}

test('captions are kept beside the notes, listed, read and found', async () => {
  const { computer, app } = await withCaptions(zoom);
  await using _ = app;
  const imported = unwrap(await app.window.ask('transcripts:import', null));
  expect(imported?.path).toBe('Transcripts/GMT2026 Recording.json');
  expect(computer.memory.names('/documents/Office Hours/Transcripts')).toEqual(['GMT2026 Recording.json']);
  expect(await app.window.ask('transcripts:list')).toMatchObject([{ title: 'GMT2026 Recording' }]);
  const stored = unwrap(await app.window.ask('transcripts:read', imported?.path ?? ''));
  const words = stored.transcript.cues[0]?.text ?? '';
  expect(words).not.toBe('');
  await settle();
  expect(
    await app.window.ask('search:find', {
      words,
      series: null,
      tags: [],
      hasOpenItems: false,
      from: null,
      to: null,
    }),
  ).toMatchObject([{ kind: 'transcript', path: imported?.path }]);
  expect(await app.window.ask('notes:list')).toEqual([]);
  expect(unwrap(await app.window.ask('transcripts:import', null))?.path).toBe(
    'Transcripts/GMT2026 Recording 2.json',
  );
});

test('a search finds a transcript that another program put into the folder, and not one that is gone', async () => {
  const { computer, app } = await withCaptions(zoom);
  await using _ = app;
  const imported = unwrap(await app.window.ask('transcripts:import', null));
  const file = `/documents/Office Hours/${imported?.path}`;
  const text = await computer.memory.read(file);
  const words = unwrap(await app.window.ask('transcripts:read', imported?.path ?? '')).transcript.cues[0]
    ?.text;
  const search = (): Promise<unknown> =>
    app.window.ask('search:find', {
      words: words ?? '',
      series: null,
      tags: [],
      hasOpenItems: false,
      from: null,
      to: null,
    });
  await settle();
  const list = vi.spyOn(computer.memory, 'list');
  await search();
  // What one types in the search box lists no folder.
  expect(list).not.toHaveBeenCalled();
  await computer.memory.remove(file);
  await settle();
  expect(await search()).toEqual([]);
  computer.memory.put(file, text ?? '');
  await settle();
  expect(await search()).toMatchObject([{ kind: 'transcript', path: imported?.path }]);
});

test('the user sets the recording’s address and offset, and only a web address is accepted', async () => {
  const { app } = await withCaptions(zoom);
  await using _ = app;
  const path = unwrap(await app.window.ask('transcripts:import', null))?.path ?? '';
  unwrap(
    await app.window.ask('transcripts:change', path, {
      videoUrl: 'https://youtu.be/abcdefghijk?t=3',
      offset: 61_000,
    }),
  );
  expect(unwrap(await app.window.ask('transcripts:read', path))).toMatchObject({
    videoUrl: 'https://www.youtube.com/watch?v=abcdefghijk',
    offset: 61_000,
  });
  expect(await app.window.ask('transcripts:change', path, { videoUrl: 'javascript:x' })).toMatchObject({
    problem: { code: 'transcripts/noWebPage' },
  });
});

test('a file without captions is refused, and cancelling changes nothing', async () => {
  const { app } = await withCaptions('Just words.\n');
  await using _ = app;
  expect(await app.window.ask('transcripts:import', null)).toMatchObject({ ok: false });
  app.desktop.chosenFile = null;
  expect(await app.window.ask('transcripts:import', null)).toEqual({ ok: true, value: null });
  expect(await app.window.ask('transcripts:list')).toEqual([]);
});

test.each(['../secret.json', 'Transcripts/../../x.json', '/etc/passwd', 'Transcripts/x.md'])(
  'the window can read nothing but transcripts: %s',
  async (path) => {
    const { app } = await withCaptions(zoom);
    await using _ = app;
    expect(await app.window.ask('transcripts:read', path)).toMatchObject({
      problem: { code: 'transcripts/unreadable' },
    });
  },
);
