import { existsSync } from 'node:fs';
import { visibleLine } from '#base';
import { notificationCapabilities } from '../system/sessionBus.ts';

/**
 * Titles come from feeds, and most Linux desktops parse the body of a notification as markup, including links and
 * images. Electron passes the text unchanged (libnotify_notification.cc).
 * Source: https://specifications.freedesktop.org/notification-spec/latest/markup.html
 */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The body escaped for the notification server; one line. */
export const noticeBodyFor = (text: string, isMarkup: boolean): string =>
  isMarkup ? visibleLine(text).replaceAll(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark) : visibleLine(text);

/**
 * Asks the server once whether it parses bodies as markup. Assumes yes until the reply, and without one: GNOME, KDE,
 * XFCE, dunst and mako do. In Flatpak and Snap libnotify uses the portal, which takes plain text.
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
