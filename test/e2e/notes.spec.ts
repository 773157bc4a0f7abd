import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { choose, goTo, openNote, skipWelcome } from './person.ts';

const NOW = '--now=2026-11-20T16:45:00Z';

const notesOf = (home: string): string[] => {
  const folder = join(home, 'Documents/Office Hours');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
};

test('a note that was typed is a Markdown file, and there after a restart without a network', async () => {
  await using first = await launchApp({ args: [NOW] });
  const page = await first.window();
  await skipWelcome(page);
  await choose(page, 'kOps Office Hours');
  await page.getByRole('complementary').getByRole('button', { name: /note/iu }).first().click();
  const editor = page.getByRole('textbox', { name: /text of the note/iu });
  await editor.press('Control+End');
  await editor.pressSequentially('\n- [ ] @me ask about the next release\n');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await first.electron.close();

  const [text, ...others] = notesOf(first.home);
  expect(others).toEqual([]);
  expect(text).toMatch(/^---\n/u);
  expect(text).toContain('kops-office-hours');
  expect(text).toContain('- [ ] @me ask about the next release');

  await using second = await launchApp({ args: [NOW], home: first.home });
  const again = await second.window();
  await goTo(again, 'Notes');
  await again.getByText('kOps Office Hours').first().click();
  await expect(again.getByRole('textbox', { name: /text of the note/iu })).toContainText(
    '@me ask about the next release',
  );
});

test('what was typed a moment before quitting is saved', async () => {
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await skipWelcome(page);
  const editor = await openNote(page, 'kOps Office Hours');
  await editor.press('Control+End');
  await editor.pressSequentially('the last word');
  await app.electron.evaluate(({ app: main }) => main.quit());
  await new Promise((resolve) => {
    app.electron.process().once('exit', resolve);
  });
  expect(notesOf(app.home).join('')).toContain('the last word');
});

test('looking at a note without typing leaves no file behind', async () => {
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await skipWelcome(page);
  await openNote(page, 'kOps Office Hours');
  await app.electron.close();
  expect(notesOf(app.home)).toEqual([]);
});
