import type { Instant, Problem } from '#base';
import type { ConfigDocument, ConfigSection } from '#core/settings/configFile.ts';

/** Another program edited the configuration file and the edit was not accepted: the app must not overwrite it. */
export class ConfigEdited extends Error {}

/** The stored configuration: one validated JSON document, written atomically. */
export interface Store {
  /** Problems found when it was opened: a damaged file was set aside and its last good copy is in use. */
  readonly problems: readonly Problem[];
  read(key: ConfigSection): unknown;
  /** @throws an I/O error, or {@link ConfigEdited} */
  write(key: ConfigSection, value: unknown): void;
  /** Writes several sections, all or none. @throws as `write` */
  writeAll(values: { readonly [Key in ConfigSection]?: unknown }): void;
  /** The whole document, as this app last read or wrote it. */
  document(): ConfigDocument;
  /** The text that another program wrote, until it is accepted; null if the file is as this app left it. */
  edited(): string | null;
  /** Accepts the edit as the content of the file. */
  take(text: string, document: ConfigDocument): void;
  /** Renames the edited file, so that the app can write again. @returns its new path; null if nothing was edited */
  setEditedAside(): string | null;
  /** Keeps a copy of the file beside it, at most one a day, if the whole file is readable. @param now ms */
  keepGoodCopy(now: Instant): void;
  /** Fires when the file was written; `edited` then says whether another program did it. */
  onEdited(callback: () => void): Disposable;
}
