/** Opens addresses outside the app. `join/externalLinks` is the only caller of `open`. */
export interface Browser {
  open(url: string): Promise<void>;
  /** Name of the program that opens addresses of a scheme (`zoommtg`). */
  programFor(scheme: string): Promise<string | null>;
}
