/** One app for several tests of a file, each of which gets its window as if it were just opened. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launchApp, untilDrawn, type LaunchedApp, type LaunchOptions } from './launch.ts';

interface SharedApp {
  readonly app: LaunchedApp;
  /** the main window, loaded again: what was open, searched and typed is gone */
  readonly page: Page;
}

interface Sharing {
  /** what earlier tests followed is there for the later ones; otherwise only what is built in is followed */
  readonly keepsFeeds?: boolean;
  /** notes and transcripts of earlier tests are there for the later ones */
  readonly keepsNotes?: boolean;
}

/** Ends what earlier tests followed. What they chose and said stays. */
const unfollowAll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const feeds: unknown = await window.api.invoke('feeds:list', []);
    if (!Array.isArray(feeds)) return;
    for (const { feed } of feeds)
      if (feed.kind !== 'catalogue') await window.api.invoke('feeds:remove', [feed.id]);
  });

/** The folders stay: the app watches them. */
function removeNotes(home: string): void {
  const folder = join(home, 'Documents/Office Hours');
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) rmSync(join(entry.parentPath, entry.name));
}

/**
 * Starts the app before the first test of the file, or of the `describe` around it, and ends it after the last one.
 * A test that fails costs a new start, so tests after it begin with a new home.
 */
export function shareLaunch(options: LaunchOptions): () => LaunchedApp {
  let app: LaunchedApp | undefined;
  test.beforeAll(async () => {
    app = await launchApp(options);
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

/** As `shareLaunch`, for tests of the main window: each begins on a window that was just loaded. */
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
    // Only now, as a note that is open is saved when its page goes.
    if (!sharing.keepsNotes) removeNotes(app.home);
    await untilDrawn(page);
    return { app, page };
  };
}
