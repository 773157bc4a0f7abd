/** Keyboard shortcuts that work while another program has the focus. */
export interface Shortcuts {
  /** @param keys an Electron accelerator. Null if another program uses it. Disposing unregisters it. */
  register(keys: string, pressed: () => void): Disposable | null;
}
