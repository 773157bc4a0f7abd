import { existsSync } from 'node:fs';
import { visibleLine } from '#base';
import { notificationCapabilities } from '../system/sessionBus.ts';

/**
 * Titles come from feeds, and most Linux desktops read the body of a notification as markup: a link or a picture in it
 * would be one. Electron passes the text on as it is (libnotify_notification.cc).
 * Source: https://specifications.freedesktop.org/notification-spec/latest/markup.html
 */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The body as the server shows it unchanged; one line. */
export const noticeBodyFor = (text: string, isMarkup: boolean): string =>
  isMarkup ? visibleLine(text).replaceAll(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark) : visibleLine(text);

/**
 * Asks the server once whether it reads bodies as markup. Until it answers, and where it cannot be asked, the answer is
 * yes: GNOME, KDE, XFCE, dunst and mako do. In Flatpak and Snap libnotify speaks to the portal, which reads plain text.
 */
export function createMarkupCheck(platform: string): () => boolean {
  if (platform !== 'linux' || existsSync('/.flatpak-info') || process.env['SNAP'] !== undefined)
    return () => false;
  let isMarkup = true;
  const ask = async (): Promise<void> => {
    const capabilities = await notificationCapabilities();
    isMarkup = capabilities === null || capabilities.includes('body-markup');
  };
  void ask();
  return () => isMarkup;
}
