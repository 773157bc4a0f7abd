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
  /** Accepts an edit since the last check, or refuses it with a problem. Call it before changing a section. */
  look(): void;
  /** Replaces sections and emits `taken`. @throws as the store */
  replace(values: { readonly [Section in ConfigSection]?: unknown }): void;
  /** The changed sections; empty if a refused edit was reverted. */
  readonly taken: Signal<readonly ConfigSection[]>;
}

/**
 * Watches the file. Accepts an edit as a whole or not at all. A refused edit is not overwritten; when the app quits, it
 * is kept under another name.
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
