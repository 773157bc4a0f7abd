/** All window contents; routes Chromium's events to the page that they are about. */
import { chromium } from '../chromium/chromium.ts';
import { nativeTheme } from '../desktop/nativeTheme.ts';
import { PageLink } from './pageLink.ts';

const links = new Set<PageLink>();

/** Contents for a new window; they get Chromium's events until the window is destroyed. */
export function createPageLink(preloadFile: string | undefined): PageLink {
  const link = new PageLink(preloadFile);
  links.add(link);
  link.once('ended', () => links.delete(link));
  return link;
}

/** Chromium's names for how a process ended -> Electron's. */
const REASONS: Readonly<Record<string, Electron.RenderProcessGoneDetails['reason']>> = {
  normal: 'clean-exit',
  abnormal: 'abnormal-exit',
  killed: 'killed',
  crashed: 'crashed',
  oom: 'oom',
  'launch failed': 'launch-failed',
};

/** The contents whose page has this frame; undefined if none has it. */
export function linkOfFrame(frameId: string): { link: PageLink; frame: 'main' | 'inner' } | undefined {
  for (const link of links) {
    const frame = link.frameOf(frameId);
    if (frame) return { link, frame };
  }
  return undefined;
}

function withSession(sessionId: string | undefined): PageLink[] {
  return [...links].filter(({ page }) => page && (sessionId === undefined || page.sessionId === sessionId));
}

chromium.on('pageEvent', (event) => {
  for (const link of withSession(event.sessionId)) link.receive(event);
});
chromium.on('detached', (sessionId) => {
  for (const link of withSession(sessionId)) link.pageGone();
});
chromium.on('crashed', ({ targetId, status, errorCode }) => {
  const link = withSession(undefined).find(({ page }) => page?.targetId === targetId);
  link?.pageCrashed({ reason: REASONS[status] ?? 'crashed', exitCode: errorCode });
});
nativeTheme.on('updated', () => {
  for (const link of withSession(undefined)) link.applyTheme().catch(() => {}); // the page was closed
});
chromium.on('gone', () => {
  for (const link of withSession(undefined)) link.pageGone();
});
