import type { Instant, Problem } from '#base';
import type { ConfigDocument, ConfigSection } from '#core/settings/configFile.ts';

/** Another program edited the configuration file, and the edit was not taken: nothing is written over it. */
export class ConfigEdited extends Error {}

/** The stored configuration: one validated JSON document, written atomically. */
export interface Store {
  /** What was wrong when it was opened: a damaged file was set aside, and its last good copy is used. */
  readonly problems: readonly Problem[];
  read(key: ConfigSection): unknown;
  /** @throws what the disk says, or {@link ConfigEdited} */
  write(key: ConfigSection, value: unknown): void;
  /** Several sections at once, or none. @throws as `write` */
  writeAll(values: { readonly [Key in ConfigSection]?: unknown }): void;
  /** All of it, as this app read or wrote it last. */
  document(): ConfigDocument;
  /** The text that another program wrote, until it is taken; null where the file is as this app left it. */
  edited(): string | null;
  /** From now on the edit is what the file holds. */
  take(text: string, document: ConfigDocument): void;
  /** Renames the edited file, so that the app can write again. @returns its new path; null where nothing was edited */
  setEditedAside(): string | null;
  /** Keeps a copy of the file beside it, at most one a day, where all of it can be read. @param now ms */
  keepGoodCopy(now: Instant): void;
  /** Calls when the file was written; `edited` says whether another program did. */
  onEdited(callback: () => void): Disposable;
}
