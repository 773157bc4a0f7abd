/** How a calendar was reached, for `--json`. */
export interface FeedRoute {
  /** Host and port; null if there is none. */
  readonly proxy: string | null;
  /** Who issued the server's certificate; null if the connection is not encrypted, or was not made. */
  readonly issuer: string | null;
  /** When the app's copy was last confirmed; null if there is none. */
  readonly lastSync: string | null;
}

/** The result of one check. */
export interface Finding {
  readonly check: string;
  readonly state: 'works' | 'missing' | 'unknown';
  /** The finding, or what to do. */
  readonly detail: string;
  /** Of a calendar. */
  readonly route?: FeedRoute;
  /** Of a step that concerns an account on a calendar server. */
  readonly account?: { /** Host and port. */ readonly server: string; readonly user: string };
}
