import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type LaunchedApp } from './launch.ts';
import { choose, goTo, openNote } from './person.ts';

const NOW = '--now=2026-11-20T16:45:00Z';

const notesOf = (home: string): string[] => {
  const folder = join(home, 'Documents/Office Hours');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
};

// One home; each test continues where the one before it ended.
test.describe.serial('notes on the disk', () => {
  let home: string;
  const start = (): Promise<LaunchedApp> =>
    launchApp({ args: [NOW], home, settings: { isWelcomeDone: true } });
  test.beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'e2e-'));
  });
  test.afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

  test('opening a note without typing leaves no file', async () => {
    await using app = await start();
    await openNote(await app.window(), 'kOps Office Hours');
    await app.electron.close();
    expect(notesOf(home)).toEqual([]);
  });

  test('text typed just before quitting is saved', async () => {
    await using app = await start();
    const page = await app.window();
    await choose(page, 'kOps Office Hours');
    await page.getByRole('complementary').getByRole('button', { name: /note/iu }).first().click();
    const editor = page.getByRole('textbox', { name: /text of the note/iu });
    await editor.press('Control+End');
    await editor.pressSequentially('\n- [ ] @me ask about the next release\n');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await editor.pressSequentially('the last word');
    await app.electron.evaluate(({ app: main }) => main.quit());
    await new Promise((resolve) => {
      app.electron.process().once('exit', resolve);
    });
    expect(notesOf(home).join('')).toContain('the last word');
  });

  test('a note is a Markdown file, and survives a restart offline', async () => {
    const [text, ...others] = notesOf(home);
    expect(others).toEqual([]);
    expect(text).toMatch(/^---\n/u);
    expect(text).toContain('kops-office-hours');
    expect(text).toContain('- [ ] @me ask about the next release');

    await using again = await start();
    const page = await again.window();
    await goTo(page, 'Notes');
    await page.getByText('kOps Office Hours').first().click();
    await expect(page.getByRole('textbox', { name: /text of the note/iu })).toContainText(
      '@me ask about the next release',
    );
  });
});
