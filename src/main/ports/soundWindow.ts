/** The hidden page that plays sounds. It fetches the sound with `sound:get` and reports its end with `sound:ended`. */
export interface SoundWindow {
  /** Loads the page unless it is loaded. */
  open(): void;
  close(): void;
}
