import type { Instant } from '#base';

/** The environment of a command: its streams, variables and clock. */
export interface Terminal {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly err: { write(text: string): unknown };
  readonly in: AsyncIterable<string | Uint8Array>;
  /** Asks for a secret, which is not shown while it is typed. Null without a terminal. */
  readonly askSecret: (question: string) => Promise<string | null>;
  /** Opens a link of ours with the installed app; false if the system cannot. */
  readonly openLink: (link: string) => Promise<boolean>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.platform` of Node. */
  readonly platform: string;
  /** Absolute path of the folder that contains package.json and `assets`. */
  readonly programFolder: string;
  readonly now: () => Instant;
}

/** One command. It fails by throwing {@link BadInput} or {@link WrongUse}. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<void>;

/** The input cannot be read or does not exist; exit status 1. The message is one line. */
export class BadInput extends Error {}

/** The arguments are wrong; exit status 2. The message is one line. */
export class WrongUse extends Error {}
