import type { Secrets } from '../../src/main/ports.ts';

/** A keyring: it is there, is missing, or is locked. What it made, it opens. */
export class FakeSecrets implements Secrets {
  state: 'there' | 'missing' | 'locked' = 'there';

  isAvailable(): Promise<boolean> {
    return Promise.resolve(this.state !== 'missing');
  }

  async encrypt(text: string): Promise<Uint8Array> {
    await this.#answer();
    return Buffer.from(`keyring:${text}`).toReversed();
  }

  async decrypt(bytes: Uint8Array): Promise<string> {
    await this.#answer();
    const text = Buffer.from(bytes.toReversed()).toString();
    if (!text.startsWith('keyring:')) throw new Error('not encrypted here');
    return text.slice('keyring:'.length);
  }

  async #answer(): Promise<void> {
    await Promise.resolve();
    if (this.state !== 'there') throw new Error('The keyring does not answer');
  }
}
