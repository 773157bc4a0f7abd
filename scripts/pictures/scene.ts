/** Shared by all pictures: how the app starts, and in which forms each picture is taken. */
import type { Page } from '@playwright/test';
import { findWindow, launchApp, type LaunchedApp, type LaunchOptions } from '#test/e2e/launch.ts';

/** `forced`: the colours of a contrast theme of the system, of which only a few exist. */
type Theme = 'light' | 'dark' | 'forced';

/** Takes a picture of a page in its current state. */
export type Take = (page: Page, name: string) => Promise<void>;

/** Starts the app, and takes the pictures of one scene. */
export type Scene = (take: Take) => Promise<void>;

export const wide = { width: 1100, height: 760 };
/** As narrow as a phone. */
export const narrow = { width: 480, height: 760 };

const sizes = {
  wide,
  narrow,
  /** As the wide one, magnified to 200 %. */
  zoomed: { width: wide.width / 2, height: wide.height / 2 },
} as const;

/** True for a window other than the main one, which has its own size. */
export const isSmallWindow = (page: Page): boolean => /\/(?:alert|clock|panel)\//.test(page.url());

/**
 * Waits until animations have ended, including those that start in the next frame. A countdown is an animation, too,
 * but does not end. A window behind others renders no frames, so a timeout counts as well.
 */
export const settle = (page: Page): Promise<unknown> =>
  page.evaluate(`(async () => {
    const frames = () => new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, 250);
    });
    const moving = () => document.getAnimations().filter(({ effect, playState }) =>
      playState === 'running' && effect.getComputedTiming().endTime <= 1000);
    await frames();
    for (let now = moving(); now.length > 0; now = moving()) {
      await Promise.allSettled(now.map(({ finished }) => finished));
      await frames();
    }
  })()`);

export interface Form {
  readonly theme: Theme;
  readonly size: keyof typeof sizes;
}

/** The forms of the gallery. A small window has its own size. */
const forms: readonly Form[] = [
  { theme: 'light', size: 'wide' },
  { theme: 'dark', size: 'wide' },
  { theme: 'forced', size: 'wide' },
  { theme: 'light', size: 'narrow' },
  { theme: 'dark', size: 'narrow' },
  { theme: 'light', size: 'zoomed' },
];

/** Shows a page in each form, one after the other. `isWanted` leaves some out. */
export async function inEachForm(
  page: Page,
  look: (form: Form) => Promise<void>,
  isWanted: (form: Form) => boolean = () => true,
): Promise<void> {
  const before = page.viewportSize() ?? wide;
  for (const form of forms) {
    if (!isWanted(form) || (form.size !== 'wide' && isSmallWindow(page))) continue;
    if (form.size !== 'wide') await page.setViewportSize(sizes[form.size]);
    await page.emulateMedia({
      colorScheme: form.theme === 'dark' ? 'dark' : 'light',
      forcedColors: form.theme === 'forced' ? 'active' : 'none',
    });
    await settle(page);
    await look(form);
    if (form.size !== 'wide') await page.setViewportSize(before);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
}

/** A Friday at which the kOps office hours begin in twelve minutes. */
const NOW = '2026-11-20T16:47:26Z';

export interface Start extends LaunchOptions {
  /** ISO instant; 16:47:26 UTC on 20 November 2026 without one */
  readonly now?: string;
}

/** The app in British English. A new home is past the welcome, unless the settings say otherwise. */
export function start({ now = NOW, args = [], settings, ...rest }: Start = {}): Promise<LaunchedApp> {
  const options = { args: [`--now=${now}`, ...args], locale: 'en_GB.UTF-8', ...rest };
  return launchApp(
    rest.home === undefined
      ? { ...options, settings: { theme: 'light', isWelcomeDone: true, ...settings } }
      : options,
  );
}

/** The small window that `open` opens. */
export async function smallWindow(
  app: LaunchedApp,
  name: 'panel' | 'alert' | 'clock',
  open: () => unknown = () => null,
): Promise<Page> {
  await open();
  const page = await findWindow(app.electron, (one) => one.url().includes(`/${name}/`));
  await page.getByRole('timer').first().waitFor();
  return page;
}
