/**
 * A client of the Chrome DevTools Protocol over `--remote-debugging-pipe`:
 * JSON texts, each ended by a NUL byte, written to the browser's fd 3 and read from its fd 4.
 */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { trusted } from '../trusted.ts';
import type { Commands } from './commands.ts';

export interface CdpEvent {
  method: string;
  params: unknown;
  sessionId?: string;
}
interface Answer extends CdpEvent {
  id?: number;
  result?: unknown;
  error?: { message: string };
}
interface Waiting {
  method: string;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

export class Cdp extends EventEmitter<{ event: [CdpEvent]; close: [] }> {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #unfinished: Buffer[] = [];
  #closed = false;

  constructor(out: Writable, input: Readable) {
    super();
    this.#out = out;
    const end = (): void => this.#end();
    input.on('data', (data: Buffer) => this.#read(data));
    input.on('close', end).on('error', end);
    out.on('close', end).on('error', end);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Rejects when the browser refuses the command or goes away before it answers. */
  async send<M extends keyof Commands>(
    method: M,
    params: Commands[M][0],
    sessionId?: string,
  ): Promise<Commands[M][1]> {
    if (this.#closed) throw new Error(`${method}: the browser has gone`);
    const id = this.#nextId++;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
    });
    this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return trusted(await answer);
  }

  #read(data: Buffer): void {
    let from = 0;
    for (let at = data.indexOf(0); at >= 0; at = data.indexOf(0, from)) {
      this.#unfinished.push(data.subarray(from, at));
      const text = Buffer.concat(this.#unfinished).toString('utf8');
      this.#unfinished = [];
      from = at + 1;
      this.#receive(trusted<Answer>(JSON.parse(text)));
    }
    if (from < data.length) this.#unfinished.push(data.subarray(from));
  }

  #receive(message: Answer): void {
    if (message.id === undefined) {
      this.emit('event', message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: the browser has gone`));
    this.#waiting.clear();
    this.emit('close');
  }
}
