/** Runs axe on every screen, question and dialog, in the scenes of scripts/pictures. */
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { inEachForm, type Form, type Take } from '../../scripts/pictures/scene.ts';
import { scenes } from '../../scripts/pictures/scenes.ts';

/** All that WCAG 2.2 AA and EN 301 549 ask for and axe can see, and what it recommends besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice'];

/**
 * `label-content-name-mismatch` is experimental, and takes the key in a button (hidden from screen readers) and the order
 * of title and time for other words; all names begin with the visible title.
 */
const RULES = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: false } };

/** The themes differ only in colours: in the dark theme only these rules can find anything new. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** React Aria's live region keeps what it has announced for some seconds, also when the element it names is gone. */
const CONTEXT = { exclude: [['[data-live-announcer]']] };

/** Each finding as a line: the rule, and the element that breaks it. */
async function findings(page: Page, { theme }: Form): Promise<unknown> {
  const options = {
    resultTypes: ['violations'],
    ...(theme === 'dark'
      ? { runOnly: { type: 'rule', values: COLOUR_RULES } }
      : { runOnly: { type: 'tag', values: TAGS }, rules: RULES }),
  };
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(axe.source);
  return page.evaluate(`axe.run(${JSON.stringify(CONTEXT)}, ${JSON.stringify(options)}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
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
        async (form) => {
          expect.soft(await findings(page, form), `${picture}, ${form.theme}, ${form.size}`).toEqual([]);
        },
        // A narrow window has the same colours as a wide one, and a magnified one the layout of a narrow one.
        ({ theme, size }) => size === 'wide' || (size === 'narrow' && theme === 'light'),
      );
    };
    await scene(look);
  });
