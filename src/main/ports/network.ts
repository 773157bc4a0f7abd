/** Network connectivity. */
export interface Network {
  /** Calls when a network became available. */
  onBack(callback: () => void): Disposable;
}
