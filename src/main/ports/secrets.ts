/** Encryption by the operating system, with a key that only this user's session has. */
export interface Secrets {
  /** False if the system has no key of its own. May ask the user to unlock one. @throws if the system does not answer */
  isAvailable(): Promise<boolean>;
  /** Whether these encrypted bytes use a key that only this user has. */
  isProtected(bytes: Uint8Array): boolean;
  /** @throws if the system does not answer, or has no key of its own */
  encrypt(text: string): Promise<Uint8Array>;
  /**
   * `isOutdated`: the text should be encrypted again, because there is a newer key or the old one protects nothing.
   * @throws if the system does not answer, or did not encrypt these bytes
   */
  decrypt(bytes: Uint8Array): Promise<{ readonly text: string; readonly isOutdated: boolean }>;
}
