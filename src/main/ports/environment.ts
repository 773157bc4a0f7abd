/** Facts that do not change while the app runs. */
export interface Environment {
  readonly version: string;
  readonly platform: string;
  /** Operating system and architecture, as text. */
  readonly system: string;
  /** Versions of Electron, Chromium and Node, as text. */
  readonly runtime: string;
  readonly locale: string;
  /** Absolute paths. */
  readonly userData: string;
  readonly logs: string;
  /** The licences of everything in the app; the build writes the file. */
  readonly noticesFile: string;
  readonly documents: string;
  readonly catalogueFolder: string;
  /** Replaces the addresses of live data in the catalogues; `none` disables updates, null keeps the addresses. */
  readonly liveCatalogue: string | null;
  /** URL of a test's server that replaces Google's; null for Google. */
  readonly googleServer: string | null;
}
