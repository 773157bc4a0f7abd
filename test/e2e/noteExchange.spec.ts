import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialog, goTo, importNotes, openNote } from './person.ts';
import { shareApp } from './sharedApp.ts';

const open = shareApp({ args: ['--now=2026-11-20T16:45:00Z'], settings: { isWelcomeDone: true } });

async function exportAs(page: Page, format: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: format }).first().click();
}

test('a note is exported as Markdown, as a page and as a PDF', async () => {
  const { app, page } = await open();
  const editor = await openNote(page, 'kOps Office Hours');
  await editor.press('Control+End');
  await editor.pressSequentially('\nthe words that go out\n');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const files = { 'Markdown…': 'out.md', 'Web page…': 'out.html', 'PDF…': 'out.pdf' };
  for (const [format, name] of Object.entries(files)) {
    await answerDialog(app, join(app.home, name));
    await exportAs(page, format);
    await expect(page.getByText(`Exported to ${name}`)).toBeVisible();
  }
  const read = (name: string): string => readFileSync(join(app.home, name), 'latin1');
  expect(read('out.md')).toContain('the words that go out');
  expect(read('out.md')).not.toContain('occurrence:');
  expect(read('out.html')).toMatch(/^<!doctype html>[\s\S]*the words that go out/u);
  expect(read('out.pdf')).toMatch(/^%PDF-/u);
});

test('a folder of Markdown is imported, and the outcome is shown', async () => {
  const source = mkdtempSync(join(tmpdir(), 'import-'));
  mkdirSync(join(source, 'deep'));
  writeFileSync(join(source, 'deep/old note.md'), '# An old note\n\nfrom elsewhere\n');
  writeFileSync(join(source, 'bytes.md'), Buffer.from([0xff, 0xfe, 0x80]));
  const { app, page } = await open();
  await goTo(page, 'Notes');
  await answerDialog(app, source);
  await importNotes(page);
  const report = page.getByRole('dialog', { name: 'Import' });
  await expect(report).toContainText('1 note was copied.');
  await expect(report).toContainText('bytes.md');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: 'An old note' })).toBeVisible();
  expect(existsSync(join(app.home, 'Documents/Office Hours/deep/old note.md'))).toBe(true);
});
