import { settingsProblem } from '#core/settings/problems.ts';
import { createSignal, logFailure, type Signal } from '#base';
import {
  configSections,
  parseConfig,
  refusalsOfEdit,
  refusalWords,
  type ConfigSection,
} from '#core/settings/configFile.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';

/** The configuration file, edited by a person or another program while the app runs. */
export interface ConfigEdits extends Disposable {
  /** Takes what was edited since the last look, or refuses it with a problem. Call it before changing a section. */
  look(): void;
  /** Writes sections in the place of those that are there, and tells of them. @throws what the store throws */
  replace(values: { readonly [Section in ConfigSection]?: unknown }): void;
  /** Sections that are different now; none where an edit that was refused was taken back. */
  readonly taken: Signal<readonly ConfigSection[]>;
}

/**
 * Watches the file. An edit is taken as a whole or not at all. While one is refused nothing is written over it; at the
 * end of the app it is kept under another name.
 */
export function watchConfig({ store, log }: Pick<Ports, 'store' | 'log'>, problems: Problems): ConfigEdits {
  const taken = createSignal<readonly ConfigSection[]>(logFailure(log));

  let isRefused = false;

  const refuse = (reason: string): void => {
    isRefused = true;
    problems.report(settingsProblem('settings/editRefused', reason));
  };
  const accept = (changed: readonly ConfigSection[]): void => {
    const isNews = isRefused || changed.length > 0;
    isRefused = false;
    problems.withdraw('settings/editRefused');
    if (isNews) taken.emit(changed);
  };

  const look = (): void => {
    const text = store.edited();
    if (text === null) return accept([]);
    const parsed = parseConfig(text);
    if (!('document' in parsed)) return refuse(`It is no valid JSON: ${parsed.reason}.`);
    const before = store.document();
    const refusals = refusalsOfEdit(parsed.document, before);
    if (refusals.length > 0) return refuse(`${refusalWords(refusals)}.`);
    store.take(text, parsed.document);
    const isChanged = (section: ConfigSection): boolean =>
      JSON.stringify(before[section]) !== JSON.stringify(parsed.document[section]);
    accept(configSections.filter(isChanged));
  };

  const watch = store.onEdited(look);
  return {
    look,
    replace: (values) => {
      look();
      store.writeAll(values);
      taken.emit(configSections.filter((section) => section in values));
    },
    taken,
    [Symbol.dispose]: () => {
      watch[Symbol.dispose]();
      look();
      try {
        if (store.edited() === null) return;
        const aside = store.setEditedAside();
        store.writeAll({});
        log(`config.json: the edit that was refused is kept as ${aside}`);
      } catch {
        log('config.json: the edit that was refused stays, and what the app changed is lost');
      }
    },
  };
}
