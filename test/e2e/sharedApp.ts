/** One app for several tests of a file, each of which gets its window as if it were just opened. */
import { test, type Page } from '@playwright/test';
import { launchApp, untilDrawn, type LaunchedApp, type LaunchOptions } from './launch.ts';

interface SharedApp {
  readonly app: LaunchedApp;
  /** the main window, loaded again: what was open, searched and typed is gone, what was stored is not */
  readonly page: Page;
}

/**
 * Starts the app before the first test of the file, or of the `describe` around it, and ends it after the last one.
 * A test that fails costs a new start, so tests after it begin with a new home.
 */
export function shareApp(options: LaunchOptions): () => Promise<SharedApp> {
  let app: LaunchedApp | undefined;
  test.beforeAll(async () => {
    app = await launchApp(options);
  });
  test.afterAll(async () => {
    await app?.[Symbol.asyncDispose]();
  });
  return async () => {
    if (app === undefined) throw new Error('the shared app is there within tests only');
    const page = await app.window();
    await page.reload();
    await untilDrawn(page);
    return { app, page };
  };
}
