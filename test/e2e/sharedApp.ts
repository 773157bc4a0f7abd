/** One app for several tests of a file; each gets the window as if it had just opened. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { checkFocus } from './focusWatch.ts';
import { launchApp, untilDrawn, type LaunchedApp, type LaunchOptions } from './launch.ts';

interface SharedApp {
  readonly app: LaunchedApp;
  /** the main window, reloaded: open dialogs, searches and typed text are gone */
  readonly page: Page;
}

interface Sharing {
  /** feeds of earlier tests stay for later ones; else only the built-in ones are followed */
  readonly keepsFeeds?: boolean;
  /** notes and transcripts of earlier tests stay for later ones */
  readonly keepsNotes?: boolean;
}

/** Removes feeds of earlier tests. Their choices and answers stay. */
const unfollowAll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const feeds: unknown = await window.api.invoke('feeds:list', []);
    if (!Array.isArray(feeds)) return;
    for (const { feed } of feeds)
      if (feed.kind !== 'catalogue') await window.api.invoke('feeds:remove', [feed.id]);
  });

/** Keep the folders: the app watches them. */
function removeNotes(home: string): void {
  const folder = join(home, 'Documents/Office Hours');
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) rmSync(join(entry.parentPath, entry.name));
}

/**
 * Starts the app before the first test of the file, or of the `describe` around it, and ends it after the last one.
 * After a failed test the app starts again in a new home.
 */
export function shareLaunch(options: LaunchOptions): () => LaunchedApp {
  let app: LaunchedApp | undefined;
  test.beforeAll(async () => {
    app = await launchApp(options);
  });
  test.afterEach(async () => {
    if (app !== undefined) await checkFocus(app.electron);
  });
  test.afterAll(async () => {
    await app?.[Symbol.asyncDispose]();
  });
  return () => {
    if (app === undefined) throw new Error('the shared app is there within tests only');
    app.forgetOpened();
    return app;
  };
}

/** As `shareLaunch`, for tests of the main window: each begins on a freshly loaded window. */
export function shareApp(options: LaunchOptions, sharing: Sharing = {}): () => Promise<SharedApp> {
  const launched = shareLaunch(options);
  let used: LaunchedApp | undefined;
  return async () => {
    const app = launched();
    const page = await app.window();
    if (used !== app) {
      used = app;
      return { app, page };
    }
    if (!sharing.keepsFeeds) await unfollowAll(page);
    await page.reload();
    // Only now, since an open note is saved when its page closes.
    if (!sharing.keepsNotes) removeNotes(app.home);
    await untilDrawn(page);
    return { app, page };
  };
}
