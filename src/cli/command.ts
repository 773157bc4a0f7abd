import type { Instant } from '#base';

/** What the command line has of the world. */
export interface Terminal {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly err: { write(text: string): unknown };
  readonly in: AsyncIterable<string | Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As Node names it. */
  readonly platform: string;
  /** Absolute path of the program: package.json and `assets` lie in it. */
  readonly programFolder: string;
  readonly now: () => Instant;
}

/** One command: what it does with its own arguments. Throws {@link BadInput} or {@link WrongUse} to fail. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<void>;

/** What was given cannot be read or does not exist; exit status 1. The message is one plain line. */
export class BadInput extends Error {}

/** The command was called in a way it does not know; exit status 2. The message is one plain line. */
export class WrongUse extends Error {}
