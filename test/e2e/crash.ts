import type { Page } from '@playwright/test';

/** Ends the process of a page as a fault of Chromium's would. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {}); // no answer comes
  await crashed;
}
