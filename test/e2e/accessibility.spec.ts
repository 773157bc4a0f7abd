/** What axe finds in every screen, question and dialog, as they are pictured (scripts/pictures). */
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { inEachForm, type Take } from '../../scripts/pictures/scene.ts';
import { scenes } from '../../scripts/pictures/scenes.ts';

/** Each finding as a line: the rule, and the element that breaks it. */
async function findings(page: Page): Promise<unknown> {
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`);
  return page.evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => id + ': ' + html.slice(0, 300) + ' ' + any.map(({ message }) => message).join(' '))))`);
}

// Each scene starts an app of its own.
test.describe.configure({ mode: 'parallel' });

for (const [name, scene] of Object.entries(scenes))
  test(name, async () => {
    const look: Take = (page, picture) =>
      inEachForm(page, async ({ theme, isNarrow }) => {
        expect.soft(await findings(page), `${picture}, ${theme}${isNarrow ? ', narrow' : ''}`).toEqual([]);
      });
    await scene(look);
  });
