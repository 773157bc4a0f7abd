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

test('a link in the notes folder that leads out of it is neither shown, read nor written through', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  await computer.files.write('/elsewhere/secret.png', PNG);
  await computer.files.write('/elsewhere/secret.md', 'Secret');
  computer.memory.links.set(`${folder}/holiday.png`, '/elsewhere/secret.png');
  computer.memory.links.set(`${folder}/attachments`, '/elsewhere');
  computer.memory.links.set(`${folder}/idea.md`, '/elsewhere/secret.md');
  await using app = await computer.start();
  for (const source of ['holiday.png', 'attachments/secret.png'])
    expect(await app.window.ask('notes:image', 'note.md', source)).toMatchObject({
      problem: { code: 'notes/imageGone' },
    });
  const outside = { problem: { code: 'notes/outside' } };
  expect(await app.window.ask('notes:addImage', 'note.md', 'a.png', base64)).toMatchObject(outside);
  expect(await app.window.ask('notes:read', 'idea.md')).toMatchObject(outside);
  expect(await app.window.ask('notes:pin', ['idea.md'], true)).toMatchObject(outside);
  expect(computer.memory.names('/elsewhere')).toEqual(['secret.md', 'secret.png']);
});

test('the notes folder itself may be a link', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.memory.links.set(folder, '/cloud/notes');
  await computer.files.write('/cloud/notes/a.png', PNG);
  await using app = await computer.start();
  expect(await app.window.ask('notes:image', 'note.md', 'a.png')).toMatchObject({ ok: true });
});

const ADDRESS = 'https://images.example.org/map.png';

test('an image of the web is fetched when the user asks for it, and is one by its bytes', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.network.serve(ADDRESS, PNG);
  computer.network.serve('https://images.example.org/page.png', '<svg onload="alert(1)"/>');
  await using app = await computer.start();
  expect(computer.network.requests).toEqual([]);
  expect(await app.window.ask('notes:webImage', `${ADDRESS}#part`)).toEqual({
    ok: true,
    value: `data:image/png;base64,${base64}`,
  });
  expect(await app.window.ask('notes:webImage', 'https://images.example.org/page.png')).toMatchObject({
    problem: { code: 'notes/webImageNone' },
  });
});

test('an image of the web is not fetched without protection, with a login, from a disk or beyond 10 MB', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.network.serve(ADDRESS, Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]));
  await using app = await computer.start();
  expect(await app.window.ask('notes:webImage', ADDRESS)).toMatchObject({
    problem: { code: 'notes/webImageTooLarge' },
  });
  computer.network.requests.length = 0;
  for (const address of [
    'http://images.example.org/map.png',
    'https://me:secret@images.example.org/map.png',
    'file:///etc/passwd',
    '//images.example.org/map.png',
    'map.png',
  ])
    expect(await app.window.ask('notes:webImage', address)).toMatchObject({
      problem: { code: 'notes/webImageAddress' },
    });
  expect(computer.network.requests).toEqual([]);
});

test('an image of the web says so if it is gone, or if the computer is offline', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  await using app = await computer.start();
  const code = async (): Promise<unknown> => {
    const found = await app.window.ask('notes:webImage', ADDRESS);
    return found.ok ? null : found.problem.code;
  };
  expect(await code()).toBe('notes/webImageRefused');
  computer.network.isOnline = false;
  expect(await code()).toBe('notes/webImageOffline');
});
