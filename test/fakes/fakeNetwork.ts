import type { Network } from '#main/ports/network.ts';
import { HttpFailure, type GetWishes, type Http, type HttpReply } from '#main/ports/http.ts';
import { createSignal } from '#base';
import { settle } from './fakeClock.ts';

type Answer =
  | {
      readonly kind: 'body';
      readonly text: string | Uint8Array;
      readonly etag: string | null;
      readonly freshForMs: number | null;
    }
  | { readonly kind: 'failure'; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly kind: 'never' }
  | { readonly kind: 'unchanged' };

/** Servers by address. Any other address replies 404. */
export class FakeNetwork implements Http, Network {
  readonly #answers = new Map<string, Answer>();
  /** Every request: the address, and the ETag it came with. */
  readonly requests: { readonly url: string; readonly etag: string | null }[] = [];
  isOnline = true;
  readonly #back = createSignal();

  onBack(callback: () => void): Disposable {
    return this.#back.on(callback);
  }

  async comesBack(): Promise<void> {
    this.isOnline = true;
    this.#back.emit();
    await settle();
  }

  serve(
    url: string,
    text: string | Uint8Array,
    etag: string | null = null,
    freshForMs: number | null = null,
  ): void {
    this.#answers.set(url, { kind: 'body', text, etag, freshForMs });
  }

  fail(url: string, status: number, retryAfterMs: number | null = null): void {
    this.#answers.set(url, { kind: 'failure', status, retryAfterMs });
  }

  /** The server replies 304 to every request. */
  sayUnchanged(url: string): void {
    this.#answers.set(url, { kind: 'unchanged' });
  }

  /** The server takes the request and says nothing. */
  hang(url: string): void {
    this.#answers.set(url, { kind: 'never' });
  }

  post(): Promise<never> {
    return Promise.reject(new HttpFailure(0, 'offline'));
  }

  dav(): Promise<never> {
    return Promise.reject(new HttpFailure(0, 'offline'));
  }

  async get(
    url: string,
    validators: { etag: string | null },
    signal: AbortSignal,
    wishes?: GetWishes,
  ): Promise<HttpReply> {
    this.requests.push({ url, etag: validators.etag });
    await Promise.resolve();
    if (signal.aborted) throw new HttpFailure(0, 'cancelled');
    if (!this.isOnline) throw new HttpFailure(0, 'offline');
    const answer = this.#answers.get(url) ?? { kind: 'failure', status: 404, retryAfterMs: null };
    if (answer.kind === 'failure')
      throw new HttpFailure(answer.status, 'failed', 'status', { retryAfterMs: answer.retryAfterMs });
    if (answer.kind === 'never')
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new HttpFailure(0, 'cancelled')));
      });
    if (answer.kind === 'unchanged') return { kind: 'unchanged', freshForMs: null };
    if (answer.etag !== null && answer.etag === validators.etag)
      return { kind: 'unchanged', freshForMs: answer.freshForMs };
    const bytes = typeof answer.text === 'string' ? new TextEncoder().encode(answer.text) : answer.text;
    if (wishes !== undefined && bytes.length > (wishes.bodyBytes ?? Infinity))
      throw new HttpFailure(413, 'too large', 'tooLarge');
    return {
      kind: 'body',
      bytes,
      contentType: 'text/calendar',
      etag: answer.etag,
      lastModified: null,
      freshForMs: answer.freshForMs,
    };
  }
}
