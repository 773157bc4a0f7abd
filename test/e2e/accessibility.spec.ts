/** What axe finds in every screen, question and dialog, as they are pictured (scripts/pictures). */
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { isSmallWindow, narrow, settle, wide, type Take } from '../../scripts/pictures/scene.ts';
import { scenes } from '../../scripts/pictures/scenes.ts';

/** Each finding as a line: the rule, and the element that breaks it. */
async function findings(page: Page): Promise<unknown> {
  await settle(page);
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`);
  return page.evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => id + ': ' + html.slice(0, 300) + ' ' + any.map(({ message }) => message).join(' '))))`);
}

for (const theme of ['light', 'dark'] as const)
  for (const [name, scene] of Object.entries(scenes))
    test(`${name}, ${theme}`, async () => {
      test.setTimeout(180_000);
      const look: Take = async (page, picture) => {
        expect.soft(await findings(page), picture).toEqual([]);
        if (isSmallWindow(page)) return;
        const before = page.viewportSize() ?? wide;
        await page.setViewportSize(narrow);
        expect.soft(await findings(page), `${picture}, narrow`).toEqual([]);
        await page.setViewportSize(before);
      };
      await scene(theme, look);
    });
