/** The contents there are, and what the browser tells about their pages. */
import { chromium } from '../chromium/chromium.ts';
import { nativeTheme } from '../desktop/nativeTheme.ts';
import type { PageLink } from './pageLink.ts';

export const links = new Set<PageLink>();

/** Chromium's words for how a process ended, in Electron's. */
const REASONS: Readonly<Record<string, Electron.RenderProcessGoneDetails['reason']>> = {
  normal: 'clean-exit',
  abnormal: 'abnormal-exit',
  killed: 'killed',
  crashed: 'crashed',
  oom: 'oom',
  'launch failed': 'launch-failed',
};

/** The contents whose page asks for this frame's document. */
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
  for (const link of withSession(undefined)) link.applyTheme().catch(() => {}); // closed meanwhile
});
chromium.on('gone', () => {
  for (const link of withSession(undefined)) link.pageGone();
});
