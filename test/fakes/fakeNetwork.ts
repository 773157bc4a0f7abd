import { HttpFailure, type Http, type HttpReply } from '../../src/main/ports.ts';

type Answer =
  | { readonly kind: 'body'; readonly text: string; readonly etag: string | null }
  | { readonly kind: 'failure'; readonly status: number }
  | { readonly kind: 'never' };

/** Servers by address. What is not there does not exist (404). */
export class FakeNetwork implements Http {
  readonly #answers = new Map<string, Answer>();
  /** Every request: the address, and the ETag it came with. */
  readonly requests: { readonly url: string; readonly etag: string | null }[] = [];
  isOnline = true;

  serve(url: string, text: string, etag: string | null = null): void {
    this.#answers.set(url, { kind: 'body', text, etag });
  }

  fail(url: string, status: number): void {
    this.#answers.set(url, { kind: 'failure', status });
  }

  /** The server takes the request and says nothing. */
  hang(url: string): void {
    this.#answers.set(url, { kind: 'never' });
  }

  async get(url: string, validators: { etag: string | null }, signal: AbortSignal): Promise<HttpReply> {
    this.requests.push({ url, etag: validators.etag });
    await Promise.resolve();
    if (signal.aborted) throw new HttpFailure(0, 'cancelled');
    if (!this.isOnline) throw new HttpFailure(0, 'offline');
    const answer = this.#answers.get(url) ?? { kind: 'failure', status: 404 };
    if (answer.kind === 'failure') throw new HttpFailure(answer.status, 'failed');
    if (answer.kind === 'never')
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new HttpFailure(0, 'cancelled')));
      });
    if (answer.etag !== null && answer.etag === validators.etag) return { kind: 'unchanged' };
    return {
      kind: 'body',
      bytes: new TextEncoder().encode(answer.text),
      contentType: 'text/calendar',
      etag: answer.etag,
      lastModified: null,
    };
  }
}
