/** Runs axe on every screen, question and dialog, in the scenes of scripts/pictures. */
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { inEachForm, type Take } from '../../scripts/pictures/scene.ts';
import { scenes } from '../../scripts/pictures/scenes.ts';

/** The themes differ only in colours: in the dark theme only these rules can find anything new. */
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

// Each scene starts its own app, and some take long.
test.describe.configure({ mode: 'parallel', timeout: 1_200_000 });

for (const [name, scene] of Object.entries(scenes))
  test(name, async () => {
    const look: Take = async (page, picture) => {
      // Check fading elements once they are visible.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await inEachForm(
        page,
        async ({ theme, isNarrow }) => {
          expect
            .soft(await findings(page, theme), `${picture}, ${theme}${isNarrow ? ', narrow' : ''}`)
            .toEqual([]);
        },
        // A narrow window has the same colours as a wide one.
        ({ theme, isNarrow }) => theme === 'light' || !isNarrow,
      );
    };
    await scene(look);
  });
