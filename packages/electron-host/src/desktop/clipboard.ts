/**
 * The system clipboard if wl-clipboard or xclip is installed, otherwise one that exists until the app ends.
 * Only text goes to the system; other types of a ClipboardItem stay in this process.
 */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { trusted } from '../trusted.ts';

type Payload = string | Blob;
type Items = Record<string, Payload | Promise<Blob | string>>;

const COPY = [
  ['wl-copy', []],
  ['xclip', ['-selection', 'clipboard']],
] as const;
const PASTE = [
  ['wl-paste', ['--no-newline']],
  ['xclip', ['-selection', 'clipboard', '-o']],
] as const;

let held: ClipboardItem[] = [];
/** what each item was made of */
const given = new WeakMap<ClipboardItem, Items>();

/** Source: https://www.w3.org/TR/clipboard-apis/#clipboard-item-interface, with Electron's plain strings. */
export class ClipboardItem {
  readonly #items: Items;

  constructor(items: Items) {
    this.#items = items;
    given.set(this, items);
  }

  get types(): string[] {
    return Object.keys(this.#items);
  }

  readonly getType: Electron.ClipboardItem['getType'] = trusted(async (type: string): Promise<Blob> => {
    const payload = await this.#items[type];
    if (payload === undefined) throw new Error(`The type '${type}' was not found`);
    return payload instanceof Blob ? payload : new Blob([payload], { type });
  });
}

/** @param input null for a program that prints the clipboard */
async function run(command: string, args: readonly string[], input: string | null): Promise<string> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: ${code}`))));
  });
  child.stdin.on('error', () => {}); // it has ended already
  child.stdin.end(input ?? '');
  await ended;
  return input === null ? text(child.stdout) : '';
}

async function firstThatWorks(
  commands: typeof COPY | typeof PASTE,
  input: string | null,
): Promise<string | undefined> {
  for (const [command, args] of commands) {
    try {
      return await run(command, args, input);
    } catch {
      // not installed, or no display of its kind
    }
  }
  return undefined;
}

async function plainText(): Promise<string> {
  const item = held.find(({ types }) => types.includes('text/plain'));
  return item ? (await item.getType('text/plain')).text() : '';
}

async function checkPayloads(item: ClipboardItem): Promise<void> {
  for (const promised of Object.values(given.get(item) ?? {})) {
    const payload: unknown = await promised;
    if (typeof payload !== 'string' && !(payload instanceof Blob)) {
      throw new TypeError('a payload of a ClipboardItem must be a string or a Blob');
    }
  }
}

export const clipboard = {
  clear(): void {
    held = [];
    void firstThatWorks(COPY, '');
  },

  async has(mimetype: string): Promise<boolean> {
    return held.some(({ types }) => types.includes(mimetype));
  },

  async read(): Promise<ClipboardItem[]> {
    return held;
  },

  async readText(): Promise<string> {
    return (await firstThatWorks(PASTE, null)) ?? plainText();
  },

  /**
   * Writes all items at once. Rejects with a TypeError if the argument is not a list of items, or an item contains
   * neither text nor a Blob.
   */
  async write(data: ClipboardItem[]): Promise<void> {
    if (!Array.isArray(data) || !data.every((item) => item instanceof ClipboardItem)) {
      throw new TypeError('clipboard.write() takes an array of ClipboardItem');
    }
    await Promise.all(data.map(checkPayloads));
    held = data;
    const words = await plainText();
    if (words) await firstThatWorks(COPY, words);
  },

  async writeText(words: string): Promise<void> {
    await clipboard.write([new ClipboardItem({ 'text/plain': words })]);
  },
};
