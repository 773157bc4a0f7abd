/** What axe finds in every screen, question and dialog, as they are pictured (scripts/pictures). */
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { inEachForm, type Take } from '../../scripts/pictures/scene.ts';
import { scenes } from '../../scripts/pictures/scenes.ts';

/** The themes differ in colours alone: in the dark one only these rules can find what they did not find before. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Each finding as a line: the rule, and the element that breaks it. */
async function findings(page: Page, theme: 'light' | 'dark'): Promise<unknown> {
  const options = {
    resultTypes: ['violations'],
    ...(theme === 'dark' && { runOnly: { type: 'rule', values: COLOUR_RULES } }),
  };
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(axe.source);
  return page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => id + ': ' + html.slice(0, 300) + ' ' + any.map(({ message }) => message).join(' '))))`);
}

// Each scene starts an app of its own, and some are long.
test.describe.configure({ mode: 'parallel', timeout: 1_200_000 });

for (const [name, scene] of Object.entries(scenes))
  test(name, async () => {
    const look: Take = async (page, picture) => {
      // What fades is looked at once it is there.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await inEachForm(
        page,
        async ({ theme, isNarrow }) => {
          expect
            .soft(await findings(page, theme), `${picture}, ${theme}${isNarrow ? ', narrow' : ''}`)
            .toEqual([]);
        },
        // What a narrow window has of its own has the colours of the wide one.
        ({ theme, isNarrow }) => theme === 'light' || !isNarrow,
      );
    };
    await scene(look);
  });
