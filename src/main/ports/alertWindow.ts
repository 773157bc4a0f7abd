/** On which displays the alert window opens, and whether screen sharing may show it. */
export interface AlertPlacement {
  readonly onAllDisplays: boolean;
  readonly isProtected: boolean;
}

/** The alert window: a large reminder in front of all other windows. It fetches its content with `alert:get`. */
export interface AlertWindow {
  /** Opens it unless it is open. */
  show(placement: AlertPlacement): void;
  close(): void;
  /** Fires when the user closed it. */
  onClosed(callback: () => void): Disposable;
}
