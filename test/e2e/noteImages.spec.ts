/** Pictures in notes: from the desktop, from the clipboard, and from the web on request. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { goTo } from './person.ts';
import { shareApp } from './sharedApp.ts';

const open = shareApp({ args: ['--now=2026-11-20T16:40:00Z'], settings: { isWelcomeDone: true } });

/** 40 × 30 points. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAKklEQVR42u3NMQ0AAAgDsElB6qQjA44m/ZtpT0QsFovFYrFYLBaLxX/jBcb7RkwPXJFSAAAAAElFTkSuQmCC',
  'base64',
);

const folderIn = (home: string): string => join(home, 'Documents/Office Hours');

async function openText(page: Page, home: string, name: string, text: string): Promise<Locator> {
  mkdirSync(folderIn(home), { recursive: true });
  writeFileSync(join(folderIn(home), `${name}.md`), text);
  await goTo(page, 'Notes');
  await page.getByRole('row', { name }).click();
  const editor = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  await expect(editor).toBeVisible();
  return editor;
}

const expectText = (home: string, name: string, text: string): Promise<void> =>
  expect.poll(() => readFileSync(join(folderIn(home), `${name}.md`), 'utf8')).toBe(text);

const widthOf = (image: Locator): Promise<number> =>
  image.evaluate((node) => (node instanceof HTMLImageElement ? node.naturalWidth : 0));

test('an image that is dropped from the desktop is kept beside the note, where it was dropped', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'dropped', 'one\n\ntwo\n\nthree\n');
  const desktop = join(app.home, 'Desktop');
  mkdirSync(desktop, { recursive: true });
  writeFileSync(join(desktop, 'Site map.png'), PNG);
  const box = await editor.locator('.cm-line', { hasText: 'two' }).boundingBox();
  if (box === null) throw new Error('the line is not visible');
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [join(desktop, 'Site map.png')], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: box.x + 2, y: box.y + box.height / 2, data });
  await expectText(app.home, 'dropped', 'one\n\n![Site map](attachments/Site-map.png)\ntwo\n\nthree\n');
  expect(PNG.equals(readFileSync(join(folderIn(app.home), 'attachments/Site-map.png')))).toBe(true);
  await expect.poll(() => widthOf(editor.getByRole('img', { name: 'Site map' }))).toBe(40);
  // The file on the desktop stays, and the window has not gone to it.
  expect(readdirSync(desktop)).toEqual(['Site map.png']);
  await expect(editor).toBeVisible();
});

test('an image in the clipboard is pasted beside the note', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'pasted', 'text\n');
  await editor.focus();
  await page.keyboard.press('Control+End');
  // As another program put it there: the app gives its own pages no clipboard.
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboard = new DataTransfer();
    clipboard.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    const content = document.querySelector('.note-text')?.shadowRoot?.querySelector('.cm-content');
    content?.dispatchEvent(
      new ClipboardEvent('paste', {
        clipboardData: clipboard,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  }, PNG.toString('base64'));
  await expectText(app.home, 'pasted', 'text\n![image](attachments/image.png)\n');
  await expect.poll(() => widthOf(editor.getByRole('img', { name: 'image' }))).toBe(40);
});

test('an image of the web is loaded only when it is asked for, and says why it cannot be', async () => {
  const { app, page } = await open();
  const editor = await openText(
    page,
    app.home,
    'web',
    'words\n\n![a map](https://127.0.0.1:1/map.png)\n\n![in the clear](http://127.0.0.1:1/p.png)\n',
  );
  const button = editor.getByRole('button', { name: 'Show image: a map' });
  await expect(button).toBeVisible();
  await expect(editor.getByRole('button')).toHaveCount(1);
  await button.click();
  const why = /This image could not be loaded\. 127\.0\.0\.1:1 was not reached\./u;
  await expect(editor).toContainText(why);
  await page.getByRole('button', { name: 'Reading view' }).click();
  const reading = page.getByRole('region', { name: 'Reading view' });
  await reading.getByRole('button', { name: 'Show image: a map' }).focus();
  await page.keyboard.press('Enter');
  await expect(reading).toContainText(why);
  await expect(reading.getByRole('link', { name: /in the clear/u })).toBeVisible();
  await expect(reading.getByRole('button', { name: /^Show image/u })).toHaveCount(1);
});
