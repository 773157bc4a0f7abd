import { settingsFailure } from '#core/settings/problems.ts';
import { join } from 'node:path';
import {
  mergeData,
  portableOf,
  readPortable,
  type ImportSummary,
  type Merged,
  type OwnData,
  type PortableData,
} from '#core/settings/portableData.ts';
import { success, type Result } from '#base';
import type { Feeds } from '../feeds/composeFeeds.ts';
import { pastedPath } from '../feeds/sources/pastedSource.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';
import type { ConfigEdits } from './configEdits.ts';
import type { SettingsModel } from './settings.ts';
import { factListsOf, LARGEST_IMPORT_BYTES, readPastedTexts } from './ownFiles.ts';

/** The data to move, and the parts that write it. */
export interface MovingParts {
  readonly settings: SettingsModel;
  readonly feeds: Pick<Feeds, 'list' | 'privateOnes'>;
  readonly ledger: ReminderLedger;
  readonly edits: ConfigEdits;
  readonly writer: DiskWriter;
}

/** Moves all data to another computer, through one file. */
export interface DataMover {
  /** Asks for a file and writes everything there. The file's path; null if cancelled. */
  exportAll(): Promise<Result<string | null>>;
  /** Asks for an exported file. What importing it would do; null if cancelled. */
  choose(): Promise<Result<ImportSummary | null>>;
  /** Imports the chosen file. The configuration is one write, all or nothing; the record of reminders follows. */
  importChosen(): Promise<Result<null>>;
}

export function createDataMover(
  ports: Pick<Ports, 'store' | 'files' | 'desktop' | 'clock' | 'environment'>,
  { settings, feeds, ledger, edits, writer }: MovingParts,
): DataMover {
  const { store, files, desktop, clock, environment } = ports;
  const { list } = feeds;
  let chosen: PortableData | null = null;

  const ownData = (): OwnData => ({
    settings: settings.current(),
    feeds: list.all(),
    facts: factListsOf(store.read('facts')),
    events: ledger.eventsSince(-Infinity),
  });
  const merge = (portable: PortableData): Merged => mergeData(ownData(), portable);

  async function exportAll(): Promise<Result<string | null>> {
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const path = await desktop.chooseTarget({
      kind: 'Office Hours export',
      extension: 'json',
      suggestion: join(environment.documents, `Office Hours ${day}.json`),
    });
    if (path === null) return success(null);
    const own = ownData();
    const texts = await readPastedTexts(files, environment.userData, own.feeds);
    const portable = portableOf(own, await feeds.privateOnes(), texts, clock.now());
    try {
      await files.write(path, `${JSON.stringify(portable, null, 2)}\n`);
    } catch {
      return settingsFailure('data/notExported');
    }
    return success(path);
  }

  async function choose(): Promise<Result<ImportSummary | null>> {
    chosen = null;
    const path = await desktop.chooseExport();
    if (path === null) return success(null);
    const bytes = await files.read(path, LARGEST_IMPORT_BYTES).catch(() => null);
    chosen = bytes === null ? null : readPortable(new TextDecoder().decode(bytes));
    return chosen === null ? settingsFailure('data/notReadable') : success(merge(chosen).summary);
  }

  async function importChosen(): Promise<Result<null>> {
    if (chosen === null) return settingsFailure('data/nothingChosen');
    await writer.retry();
    const { data, texts } = merge(chosen);
    try {
      for (const { id, text } of texts) await files.write(pastedPath(environment.userData, id), text);
      edits.replace({
        settings: data.settings,
        feeds: await list.section(data.feeds),
        facts: { ...data.facts, version: 1 },
      });
    } catch {
      return settingsFailure('data/notImported');
    }
    chosen = null;
    await ledger.replace(data.events);
    return success(null);
  }

  return { exportAll, choose, importChosen };
}
