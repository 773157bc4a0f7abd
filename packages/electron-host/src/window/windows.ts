/** The windows there are. Apart from BrowserWindow, so that `app` can close them all. */
export interface AppWindow {
  readonly id: number;
  close: () => void;
  isDestroyed: () => boolean;
}

export const windows = new Map<number, AppWindow>();
