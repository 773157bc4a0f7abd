/** A text as it is indexed. */
export interface IndexedText {
  readonly path: string;
  /** Changes with the text. */
  readonly stamp: string;
  readonly title: string;
  readonly body: string;
  readonly series: string | null;
  /** Time of its meeting: an ISO instant, or a date for an all-day meeting. */
  readonly moment: string;
  readonly hasOpenItems: boolean;
}

/** Limits a search to some texts. */
export interface TextFilter {
  /** Null for all series. */
  readonly series: string | null;
  readonly hasOpenItems: boolean;
  /**
   * Null for all times. `dates` applies to texts with a date, both ends inclusive; `instants` to all others, its end
   * exclusive.
   */
  readonly within: {
    readonly dates: readonly [from: string, to: string];
    readonly instants: readonly [from: string, to: string];
  } | null;
}

export interface FoundTexts {
  /** Best match first; latest first if the search has no words. */
  readonly paths: readonly string[];
  /** The words that matched, folded: for a mistyped word, its corrections. */
  readonly words: readonly string[];
}

/** A full-text index; in the app on a worker thread. Any call rejects when the index file is corrupt. */
export interface TextIndex extends AsyncDisposable {
  /** The stamp of each indexed path. */
  stamps(): Promise<ReadonlyMap<string, string>>;
  /** Applies all changes or none. A text replaces the indexed text of the same path. */
  change(change: { readonly texts: readonly IndexedText[]; readonly gone: readonly string[] }): Promise<void>;
  /** Texts that contain, for each word, a word that begins with it or is similar to it. @param words folded */
  find(words: readonly string[], filter: TextFilter, limit: number): Promise<FoundTexts>;
}
