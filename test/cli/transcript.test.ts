import { join } from 'node:path';
import { expect, test } from 'vitest';
import { transcript } from '#cli/commands/transcript.ts';

const fixture = (name: string) => join(import.meta.dirname, '../../packages/captions/test/fixtures', name);

async function run(...args: string[]): Promise<{ out: string; err: string }> {
  const written = { out: '', err: '' };
  await transcript(args, {
    out: { write: (text) => (written.out += text) },
    err: { write: (text) => (written.err += text) },
    in: (async function* () {})(),
    askSecret: () => Promise.resolve(null),
    openLink: () => Promise.resolve(false),
    env: {},
    programFolder: '',
    platform: 'linux',
    now: () => 0,
  });
  return written;
}

test('`transcript FILE` prints paragraphs, each under its place in the recording', async () => {
  const { out, err } = await run(fixture('times-after-a-tab.txt'));
  expect(err).toBe('');
  expect(out).toBe(
    [
      'How We Mend Bicycles Together - Rosa Lind & Otto Park',
      '2024-02-29 · Rosa Lind · Otto Park',
      '',
      '0:01  https://www.youtube.com/watch?v=AbCdEfGhI_1&t=1s',
      'good morning and welcome to the repair cafe',
      '',
    ].join('\n'),
  );
});

test('--json prints the cues in milliseconds, and the problems of the file', async () => {
  const { out } = await run('--json', fixture('last-range-is-empty.txt'));
  expect(JSON.parse(out)).toMatchObject({
    title: null,
    date: null,
    videoUrl: 'https://www.youtube.com/watch?v=AbCdEfGhI_1',
    problems: [{ code: 'transcript/emptyCue' }],
    cues: [
      { start: 1_000, end: 3_000, speaker: null, text: 'one' },
      { start: 2_000, end: 4_000, speaker: null, text: 'two' },
    ],
  });
});

test('each problem is a line on stderr', async () => {
  const { err } = await run(fixture('no-header.vtt'));
  expect(err.trimEnd().split('\n')).toHaveLength(2);
});

test('a missing file, or one without captions, is bad input; no argument is wrong use', async () => {
  await expect(run(fixture('none.vtt'))).rejects.toThrow('there is no such file');
  await expect(run(fixture('.'))).rejects.toThrow('the file cannot be read');
  await expect(run(join(import.meta.dirname, '../tsconfig.json'))).rejects.toThrow('No captions were found');
  await expect(run()).rejects.toThrow('transcript needs one file');
});
