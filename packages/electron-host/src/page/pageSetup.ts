/** What the script of the isolated world gets from the main process; it crosses as JSON. */
export interface PageSetup {
  secret: string;
  versions: Record<string, string | undefined>;
  argv: string[];
  platform: string;
  /** Absolute path; '' if the window has no preload script. */
  preloadFile: string;
}
