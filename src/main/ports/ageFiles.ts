/** Files that the program `age` and its relatives open. Source: https://age-encryption.org/v1 */
export interface AgeFiles {
  /** Encrypts a text with a passphrase, which takes some seconds of one core. @returns the content of a file */
  encrypt(text: string, passphrase: string): Promise<Uint8Array>;
}
