import type { Page } from '@playwright/test';

/** Ends the process of a page, as a crash of Chromium would. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {}); // it never replies
  await crashed;
}
