import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { goTo, openNote } from './person.ts';
import { shareApp } from './sharedApp.ts';

const open = shareApp({ args: ['--now=2026-11-20T16:40:00Z'], settings: { isWelcomeDone: true } });

const editorOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Text of the note, in Markdown' });

const folderIn = (home: string): string => join(home, 'Documents/Office Hours');

/** Opens a note with this text from the list. */
async function openText(page: Page, home: string, name: string, text: string): Promise<Locator> {
  mkdirSync(folderIn(home), { recursive: true });
  writeFileSync(join(folderIn(home), `${name}.md`), text);
  await goTo(page, 'Notes');
  await page.getByRole('row', { name }).click();
  const editor = editorOf(page);
  await expect(editor).toBeVisible();
  return editor;
}

const textIn = (home: string, name: string): string =>
  readFileSync(join(folderIn(home), `${name}.md`), 'utf8');

/** Types, as a person does who ends with a look at the file. */
async function expectText(home: string, name: string, text: string): Promise<void> {
  await expect.poll(() => textIn(home, name)).toBe(text);
}

/** Pastes as another program put it into the clipboard. */
const paste = (page: Page, kinds: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((data) => {
    const clipboard = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboard.setData(type, text);
    const host = document.querySelector('.note-text');
    const content = host?.shadowRoot?.querySelector('.cm-content');
    content?.dispatchEvent(
      new ClipboardEvent('paste', {
        clipboardData: clipboard,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  }, kinds);

/** Commas on the screen, and those that begin a row. */
const commasAlone = (page: Page): Promise<{ commas: number; alone: number }> =>
  page.evaluate(() => {
    const content = document.querySelector('.note-text')?.shadowRoot?.querySelector('.cm-content');
    const texts = content ? document.createTreeWalker(content, NodeFilter.SHOW_TEXT) : null;
    const counted = { commas: 0, alone: 0 };
    let before = -1;
    for (let text = texts?.nextNode(); text; text = texts?.nextNode()) {
      for (let at = 0; at < (text.nodeValue ?? '').length; at += 1) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const { top } = range.getBoundingClientRect();
        if (text.nodeValue?.[at] === ',') {
          counted.commas += 1;
          if (Math.abs(top - before) > 8) counted.alone += 1;
        }
        before = top;
      }
    }
    return counted;
  });

test('lists are written by Enter, Tab and Enter again, and Esc then Tab leaves the text', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'lists', '# lists\n\n');
  await editor.focus();
  await page.keyboard.press('Control+End');
  for (const key of [
    '- one',
    'Enter',
    'two',
    'Tab',
    'Enter',
    'three',
    'Shift+Tab',
    'Enter',
    'Enter',
    'after',
  ])
    await (/^[A-Z]/u.test(key) ? page.keyboard.press(key) : page.keyboard.type(key));
  await expectText(app.home, 'lists', '# lists\n\n- one\n  - two\n- three\nafter');
  // Within an item, where Tab alone would indent it.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await expectText(app.home, 'lists', '# lists\n\n- one\n  - two\n- three\nafter');
});

test('Tab in plain text stays once something was typed, and Esc then Tab leaves however fast or slow', async () => {
  const { app, page } = await open();
  mkdirSync(folderIn(app.home), { recursive: true });
  writeFileSync(join(folderIn(app.home), 'linked.md'), '# Linked\n');
  const editor = await openText(page, app.home, 'plain', 'plain\n');
  const bySequence = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(editor).toHaveAccessibleDescription('Escape, then Tab, leaves the text.');
  // Passing through.
  await editor.focus();
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await editor.focus();
  await bySequence(['Control+End', 'a', 'Tab', 'b', 'Shift+Tab', 'c']);
  await expectText(app.home, 'plain', 'plain\nabc');
  await expect(editor).toBeFocused();
  // A suggestion is looked up at each letter; Escape right after one cancels that, and leaves.
  await bySequence(['d', 'Escape', 'Tab']);
  await expect(editor).not.toBeFocused();
  await expect(list).toBeHidden();
  await editor.focus();
  await bySequence(['e', 'Escape', 'Shift+Tab']);
  await expect(editor).not.toBeFocused();
  // Escape that closed suggestions does nothing else.
  await editor.focus();
  await bySequence([' ', '[', '[', 'L']);
  await expect(list).toBeVisible();
  await bySequence(['Escape', 'Tab', 'x']);
  await expect(list).toBeHidden();
  await expect(editor).toBeFocused();
  await bySequence(['Escape', 'Escape', 'f', 'Tab', 'g']);
  await expectText(app.home, 'plain', 'plain\nabcde [[Lxfg');
  await bySequence(['Escape', 'Escape', 'Tab']);
  await expect(editor).not.toBeFocused();
});

test('bold and italics are marked by key, lines are moved, and a box is ticked', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'keys', 'first\nsecond word');
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Control+Enter');
  await expectText(app.home, 'keys', '- [ ] second **word**\nfirst');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+i');
  await expectText(app.home, 'keys', '- [x] second ***word***\nfirst');
});

test('Ctrl+F finds and replaces in the note, and Esc returns to the text', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'found', 'one two\n\ntwo three two\n');
  await editor.focus();
  await page.keyboard.press('Control+f');
  const panel = page.getByRole('search', { name: 'Find in this note' });
  await expect(panel.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('two');
  await expect(panel.getByRole('status')).toHaveText('3 matches');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('1 of 3');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('2 of 3');
  await panel.getByRole('textbox', { name: 'Replace with' }).fill('2');
  await panel.getByRole('button', { name: 'Replace all' }).click();
  await expectText(app.home, 'found', 'one 2\n\n2 three 2\n');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(editor).toBeFocused();
});

test('what is copied from Google Docs becomes Markdown, and an address over words a link', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'pasted', 'see ');
  await editor.focus();
  await page.keyboard.press('Control+End');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await paste(page, {
    'text/plain': 'The freeze moves',
    'text/html':
      '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">The freeze </span><span style="font-weight:700">moves</span><img src="https://example.org/p.png" alt="x"><a href="javascript:alert(1)">!</a></p></b>',
  });
  await expectText(app.home, 'pasted', 'see The freeze **moves**![x](https://example.org/p.png)!');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  // An empty clipboard replaces nothing.
  await paste(page, {});
  await paste(page, { 'text/plain': 'https://example.org/page(1)' });
  // One writes on behind the link.
  await page.keyboard.type(',');
  await expectText(
    app.home,
    'pasted',
    '[see](https://example.org/page%281%29), The freeze **moves**![x](https://example.org/p.png)!',
  );
  expect(asked.filter((url) => url.includes('example.org'))).toEqual([]);
});

test('notes, people and pieces are suggested while one writes', async () => {
  const { app, page } = await open();
  mkdirSync(folderIn(app.home), { recursive: true });
  writeFileSync(join(folderIn(app.home), 'docs.md'), '# SIG Docs\n\nwords\n');
  const editor = await openNote(page, 'kOps Office Hours');
  await page.keyboard.type('see [[sig d');
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(list.getByRole('option')).toHaveText([/SIG Docs/u]);
  await expect(editor).toHaveAttribute('aria-activedescendant', /.+/u);
  // CodeMirror lets no key reach a list that has just opened.
  await page.waitForTimeout(120);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' ');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await expect(list.getByRole('option', { name: 'Table' })).toBeVisible();
  await page.waitForTimeout(120);
  // As fast as one can: Enter still takes what the letters before it have left of the list.
  await Promise.all(['t', 'a', 'b', 'Enter'].map((key) => page.keyboard.press(key)));
  await page.keyboard.type('Theme');
  const written = (): string =>
    readdirSync(folderIn(app.home))
      .filter((name) => name.includes('kOps'))
      .map((name) => textIn(app.home, name.replace(/\.md$/u, '')))
      .join('');
  await expect
    .poll(written)
    .toContain('## Notes\n\nsee [[SIG Docs]] \n\n| Theme | Column |\n| --- | --- |\n|  |  |\n');
});

test('who is named in the note, in its list or after an @, is suggested too', async () => {
  const { app, page } = await open();
  const editor = await openText(
    page,
    app.home,
    'named',
    '# named\n\n- Attendees: Zora Neale, Bo\n- [ ] @quentin sends it\n\n',
  );
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('@');
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(list.getByRole('option')).toHaveText([/^@Zora/u, /^@Bo/u, /^@quentin/u]);
});

test('Tab takes a suggestion, and the space behind a name is written once', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'chosen', '- Attendees: Zora, Quentin\n\n');
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await editor.focus();
  await page.keyboard.press('Control+End');
  for (const [letters, words] of [
    ['@Zo', ' and '],
    ['@Que', ', '],
    ['@Zo', 'sends it.'],
  ] as const) {
    await page.keyboard.type(letters);
    await expect(list.getByRole('option')).toHaveCount(1);
    // A key is not for a list that has only just opened.
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return list.isVisible();
      })
      .toBe(false);
    await page.keyboard.type(words);
  }
  await expectText(app.home, 'chosen', '- Attendees: Zora, Quentin\n\n@Zora and @Quentin, @Zora sends it.');
});

test('a comma behind a link stays on its row', async () => {
  const { app, page } = await open();
  // Narrow letters, so that at some line the row has room for the link and none for the comma.
  const lines = Array.from(
    { length: 90 },
    (_, index) => `${'n'.repeat(50 + index / 2)}${'i'.repeat(index % 2)} https://example.org, and on`,
  );
  await page.setViewportSize({ width: 1_000, height: 6_000 });
  await openText(page, app.home, 'commas', `# commas\n\n${lines.join('\n\n')}\n`);
  await expect.poll(async () => (await commasAlone(page)).commas).toBe(90);
  expect((await commasAlone(page)).alone).toBe(0);
});

test('a note opens where one writes, where it was left, or at what was searched for', async () => {
  const { app, page } = await open();
  const lines = Array.from({ length: 400 }, (_, index) => `Line ${index} has words`).join('\n\n');
  mkdirSync(folderIn(app.home), { recursive: true });
  writeFileSync(join(folderIn(app.home), 'other.md'), '# other\n');
  const editor = await openText(page, app.home, 'long', `# long\n\n${lines}\n`);
  // Opened to read: the list keeps the keyboard.
  await expect(editor).not.toBeFocused();
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.getByRole('row', { name: 'other' }).click();
  await expect(editor).toContainText('other');
  await page.getByRole('row', { name: 'long' }).click();
  await expect(editor).toContainText('Line 399');
  await editor.focus();
  await page.keyboard.type('The end');
  await expect.poll(() => textIn(app.home, 'long')).toContain('Line 399 has words\nThe end');
  await page.getByRole('searchbox', { name: /^Search|^Find/u }).fill('Line 150');
  await page.getByRole('row', { name: 'long' }).click();
  await expect(editor.getByText('Line 150 has words')).toBeInViewport();
});

test('the reading view is in step with the text, in both directions', async () => {
  const { app, page } = await open();
  await page.setViewportSize({ width: 1280, height: 800 });
  const sections = Array.from(
    { length: 300 },
    (_, index) => `## Section ${index}\n\n- [ ] do ${index}\n- words\n\nA paragraph of ${index}.\n`,
  );
  const editor = await openText(page, app.home, 'steps', `# steps\n\n${sections.join('\n')}`);
  await page.getByRole('button', { name: 'Reading view' }).click();
  const reading = page.getByRole('region', { name: 'Reading view' });
  await expect(reading.getByRole('heading', { name: 'Section 0', exact: true })).toBeVisible();
  await editor.hover();
  await page.mouse.wheel(0, 9_000);
  await expect(editor.locator('.cm-line', { hasText: 'Section 0' })).toHaveCount(0);
  /** The first section on the screen of each side. */
  const first = async (side: Locator): Promise<number> => {
    const top = (await side.boundingBox())?.y ?? 0;
    const frame = (await reading.boundingBox())?.y ?? top;
    for (const heading of await side.getByText(/^Section \d+$/u).all()) {
      const box = await heading.boundingBox();
      if (box !== null && box.y >= frame - 8)
        return Number(/\d+/u.exec((await heading.textContent()) ?? '')?.[0]);
    }
    return -1;
  };
  const difference = async (): Promise<number> => Math.abs((await first(editor)) - (await first(reading)));
  await expect.poll(difference).toBeLessThanOrEqual(1);
  expect(await first(editor)).toBeGreaterThan(10);
  await reading.hover();
  await page.mouse.wheel(0, 12_000);
  await expect.poll(difference).toBeLessThanOrEqual(1);
  const number = await first(reading);
  await reading.getByRole('checkbox', { name: `do ${number}`, exact: true }).click();
  await expect.poll(() => textIn(app.home, 'steps')).toContain(`- [x] do ${number}\n`);
});

test('in a narrow window the reading view takes the place of the text, an empty box is a box, and a megabyte is not rendered', async () => {
  const { app, page } = await open();
  await page.setViewportSize({ width: 900, height: 600 });
  const editor = await openText(page, app.home, 'narrow', '# narrow\n\n- [ ] \n- [ ] one\n');
  await page.getByRole('button', { name: 'Reading view' }).click();
  const reading = page.getByRole('region', { name: 'Reading view' });
  await expect(reading.getByRole('checkbox')).toHaveCount(2);
  await expect(editor).toBeHidden();
  await page.getByRole('button', { name: 'Reading view' }).click();
  await expect(editor).toBeVisible();
  await expect(reading).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await openText(page, app.home, 'large', `# large\n\n${'a'.repeat(1_100_000)}\n`);
  await expect(editor).toContainText('large');
  await page.getByRole('button', { name: 'Reading view' }).click();
  await expect(reading).toContainText('larger than 1 MB');
});

test('a checkbox that is typed is drawn whole, also while the cursor was within its brackets', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'box', '# box\n\n');
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('- see x');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  // One key at a time, as the box appears while one types.
  await page.keyboard.type('- [ ] Tell the list', { delay: 10 });
  await expectText(app.home, 'box', '# box\n\n- see x\n- [ ] Tell the list');
  const box = editor.locator('.cm-box');
  await expect(box).toBeVisible();
  expect(await box.evaluate((slot) => slot.scrollLeft)).toBe(0);
});

test('a decision has its icon and a due date its label, and the cursor shows what is written', async () => {
  const { app, page } = await open();
  const text = '# outcomes\n\n- **Decision:** it moves\n- [ ] ask @ada by 2026-11-19\n- [ ] call Bo today\n';
  const editor = await openText(page, app.home, 'outcomes', text);
  await expect(editor.getByRole('img', { name: 'Decision' })).toBeVisible();
  await expect(editor).toContainText('ask @ada 1 day late');
  await editor.getByText('it moves').click();
  await expect(editor.getByRole('img', { name: 'Decision' })).toHaveCount(0);
  await expect(editor).toContainText('- **Decision:** it moves');
  await editor.getByText('ask').click();
  await expect(editor.getByRole('img', { name: 'Decision' })).toBeVisible();
  await expect(editor).toContainText('ask @ada by 2026-11-19');
});

test('“Last note” opens the note of the meeting before', async () => {
  const { app, page } = await open();
  const head = (start: string): string =>
    `---\noccurrence: "f|pm|${start}"\nseries: "f|pm"\nstart: ${start}\n---\n\n`;
  mkdirSync(folderIn(app.home), { recursive: true });
  const older = `${head('2026-11-03T16:00:00.000Z')}the older words\n`;
  writeFileSync(join(folderIn(app.home), 'older.md'), older);
  await openText(page, app.home, 'newer', `${head('2026-11-17T16:00:00.000Z')}the newer words\n`);
  await expect(editorOf(page)).toContainText('the newer words');
  await page.getByRole('link', { name: 'Last note' }).click();
  await expect(editorOf(page)).toContainText('the older words');
  await expect(page.getByRole('link', { name: 'Last note' })).toHaveCount(0);
  await expect(editorOf(page)).toBeFocused();
});

test('text that was undone and saved is the same when the note opens again', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'undone', '# undone\n\nkept');
  await openText(page, app.home, 'another', 'another note');
  await page.getByRole('row', { name: 'undone' }).click();
  await expect(editor).toContainText('kept');
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' and more');
  await expectText(app.home, 'undone', '# undone\n\nkept and more');
  await page.keyboard.press('Control+z');
  await expectText(app.home, 'undone', '# undone\n\nkept');
  await page.keyboard.press('Control+y');
  await page.getByRole('row', { name: 'another' }).click();
  await expect(editor).toContainText('another note');
  await expectText(app.home, 'undone', '# undone\n\nkept and more');
  await page.getByRole('row', { name: 'undone' }).click();
  await expect(editor).toContainText('kept and more');
  // The history of the note begins anew: undo takes no text that was there.
  await editor.focus();
  await page.keyboard.press('Control+z');
  await expect(editor).toContainText('kept and more');
});

test('a narrow note has its tools in one row, with the rarer ones in a menu', async () => {
  const { app, page } = await open();
  const editor = await openText(page, app.home, 'tools', '# tools\n\n- [ ] @Lin numbers\n');
  const tools = page.getByRole('toolbar', { name: 'Writing' });
  const more = tools.getByRole('button', { name: 'More tools' });
  const rare = tools.getByRole('button', { name: /^(?:Agenda|Copy|Share summary)$/u });
  const isOneRow = async (): Promise<void> => expect((await tools.boundingBox())?.height).toBeLessThan(44);
  // The window's first size.
  await page.setViewportSize({ width: 1100, height: 760 });
  await expect(rare).toHaveCount(3);
  await isOneRow();
  for (const [width, height] of [
    [900, 600],
    [480, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(rare).toHaveCount(0);
    await expect(more).toBeVisible();
    await isOneRow();
    await expect(tools.getByText('Reading view')).toBeInViewport({ ratio: 1 });
    // The arrows of a toolbar go past what is not shown.
    await tools.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(more).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem')).toHaveText(['Agenda', 'Copy', 'Share summary']);
    // A dialog that a tool opens returns the focus to the menu's button.
    await page.keyboard.press('Enter');
    await expect(page.locator('.modal').getByRole('dialog', { name: 'Agenda' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(rare).toHaveCount(3);
  await expect(more).toBeHidden();
  // The button of the menu had the focus.
  await expect(tools.locator(':focus')).toHaveCount(1);
  await expect(editor).toBeVisible();
});
