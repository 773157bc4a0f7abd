import type { BrowserWindow } from 'electron';
import type { SoundWindow } from '../../ports/soundWindow.ts';
import { createPageWindow } from './secureWindow.ts';

export interface SoundWindowOptions {
  /** Address of its page. */
  readonly page: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
}

/**
 * The page that plays a sound, in a window that is never shown and exists only while a sound plays. Electron allows
 * playback without a click (`autoplayPolicy`).
 */
export function createSoundWindow({ page, preload }: SoundWindowOptions): SoundWindow {
  let window: BrowserWindow | null = null;
  return {
    open() {
      if (window !== null) return;
      const opened = createPageWindow(
        { width: 200, height: 100, title: 'Office Hours: sound', show: false, skipTaskbar: true },
        preload,
      );
      window = opened;
      opened.on('closed', () => {
        if (window === opened) window = null;
      });
      void opened.loadURL(page);
    },
    close() {
      const present = window;
      window = null;
      present?.destroy();
    },
  };
}
