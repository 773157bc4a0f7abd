import type { Secrets } from '#main/ports/secrets.ts';

/**
 * A keyring: it is there, is missing, or is locked. What it made, it opens. An earlier version also stored texts under
 * a key that everybody knows (`publicly`): these open with or without a keyring.
 */
export class FakeSecrets implements Secrets {
  state: 'there' | 'missing' | 'locked' = 'there';

  async isAvailable(): Promise<boolean> {
    await this.#answer();
    return this.state === 'there';
  }

  isProtected(bytes: Uint8Array): boolean {
    return textOf(bytes).startsWith('keyring:');
  }

  async encrypt(text: string): Promise<Uint8Array> {
    await this.#answer();
    if (this.state === 'missing') throw new Error('There is no keyring');
    return bytesOf(`keyring:${text}`);
  }

  async decrypt(bytes: Uint8Array): Promise<{ text: string; isOutdated: boolean }> {
    await this.#answer();
    const [, key, text] = /^(keyring|public):(.*)$/s.exec(textOf(bytes)) ?? [];
    if (text === undefined || (key === 'keyring' && this.state === 'missing'))
      throw new Error('not encrypted here');
    return { text, isOutdated: key === 'public' };
  }

  async #answer(): Promise<void> {
    await Promise.resolve();
    if (this.state === 'locked') throw new Error('The keyring does not answer');
  }
}

/** As an earlier version stored it where there was no keyring; base64. */
export const publicly = (text: string): string => Buffer.from(bytesOf(`public:${text}`)).toString('base64');

const bytesOf = (text: string): Uint8Array => Buffer.from(text).toReversed();
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.toReversed()).toString();
