import { expect, test } from 'vitest';
import { Computer } from '../fakes/startApp.ts';

const folder = '/documents/Office Hours';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const base64 = PNG.toString('base64');

test('an image is written beside its note and shown from there', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  await using app = await computer.start();
  const added = await app.window.ask('notes:addImage', 'sub/idea.md', 'My map (1).png', base64);
  expect(added).toEqual({ ok: true, value: 'attachments/My-map-(1).png' });
  expect(
    PNG.equals((await computer.files.read(`${folder}/sub/attachments/My-map-(1).png`)) ?? PNG.subarray(1)),
  ).toBe(true);
  expect(await app.window.ask('notes:image', 'sub/idea.md', 'attachments/My-map-%281%29.png')).toEqual({
    ok: true,
    value: `data:image/png;base64,${base64}`,
  });
  // It is no note.
  expect(await app.window.ask('notes:list')).toEqual([]);
});

test('the same image again needs no second file, another of its name gets a number', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  await using app = await computer.start();
  const add = (bytes: string) => app.window.ask('notes:addImage', 'idea.md', 'image.png', bytes);
  expect(await add(base64)).toMatchObject({ value: 'attachments/image.png' });
  expect(await add(base64)).toMatchObject({ value: 'attachments/image.png' });
  const other = Buffer.concat([PNG, Buffer.from([9])]).toString('base64');
  expect(await add(other)).toMatchObject({ value: 'attachments/image-2.png' });
});

test('what is no image by its bytes is neither kept nor shown, and nothing outside of the folder', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  await computer.files.write('/documents/secret.png', PNG);
  await computer.files.write(`${folder}/.hidden/a.png`, PNG);
  await computer.files.write(`${folder}/page.png`, '<svg onload="alert(1)"/>');
  await using app = await computer.start();
  const svg = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
  expect(await app.window.ask('notes:addImage', 'idea.md', 'a.png', svg)).toMatchObject({
    problem: { code: 'notes/noImage' },
  });
  expect(await app.window.ask('notes:addImage', '../idea.md', 'a.png', base64)).toMatchObject({ ok: false });
  for (const source of [
    '../secret.png',
    '..%2Fsecret.png',
    '/documents/secret.png',
    '.hidden/a.png',
    'page.png',
    'gone.png',
    '%',
  ])
    expect(await app.window.ask('notes:image', 'idea.md', source)).toMatchObject({
      problem: { code: 'notes/imageGone' },
    });
  // A name that leads elsewhere stays in the folder.
  expect(await app.window.ask('notes:addImage', 'idea.md', '../../x.png', base64)).toMatchObject({
    value: 'attachments/x.png',
  });
});
