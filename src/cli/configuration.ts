import { shownChoicesOf } from '#core/agenda/shownMeetings.ts';
import type { Account } from '#core/accounts/account.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storedRoomChoices } from '#main/choices/roomChoices.ts';
import { storedWeekAnswers } from '#main/choices/weekChoices.ts';
import { storedStatementAnswers } from '#main/choices/statementAnswers.ts';
import { storedSkips } from '#main/choices/skipChoices.ts';
import { NO_CHOICES, type AgendaChoices } from '#core/agenda/meetingChoices.ts';
import type { WeekAnswer } from '#core/agenda/whichWeek.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { readStoredFeeds, storedFeedsOf } from '#core/feeds/storedFeeds.ts';
import {
  defaultSettings,
  migrateSettings,
  settings as settingsSchema,
  type Settings,
} from '#core/settings/settings.ts';
import { parseConfig, refusalsOf, refusalWords } from '#core/settings/configFile.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { readAccounts, withImplied } from '#main/accounts/accountList.ts';
import { openBuiltInCatalogues } from '#main/feeds/builtInCatalogues.ts';
import { catalogueFolder, userDataFolder } from './folders.ts';
import type { Terminal } from './command.ts';

/** The user's choices in the app. Commands only read them. */
export interface Configuration {
  readonly settings: Settings;
  /** Those of the window's first start if the app was never started. */
  readonly feeds: readonly Feed[];
  /** On calendar servers. */
  readonly accounts: readonly Account[];
  /** The user's choices about meetings and services. */
  readonly choices: AgendaChoices;
  /** The user's answers about the weeks of meetings. */
  readonly weeks: readonly WeekAnswer[];
  readonly path: string;
  readonly state: 'missing' | 'good' | 'damaged';
  /** The values of the file that cannot be used, as a sentence; null if all can. */
  readonly refused: string | null;
}

/** The built-in catalogues as the window follows them at its first start. */
async function builtInFeeds(terminal: Terminal): Promise<readonly Feed[]> {
  const environment = { catalogueFolder: catalogueFolder(terminal), liveCatalogue: 'none' };
  return (await openBuiltInCatalogues(createFiles(), environment, () => false)).feeds;
}

/** Reads config.json of the app. Damaged values fall back to their defaults, as in the app. */
export async function readConfiguration(terminal: Terminal): Promise<Configuration> {
  const path = join(userDataFolder(terminal), 'config.json');
  const builtIn = await builtInFeeds(terminal);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) {
    return {
      settings: defaultSettings,
      feeds: readStoredFeeds(undefined, builtIn).feeds,
      choices: NO_CHOICES,
      weeks: [],
      accounts: [],
      path,
      state: 'missing',
      refused: null,
    };
  }
  const parsed = parseConfig(text);
  const stored = 'document' in parsed ? parsed.document : {};
  const refusals = refusalsOf(stored);
  const settings = settingsSchema.safeParse(migrateSettings(stored['settings'] ?? {}));
  const { feeds, isDamaged } = readStoredFeeds(
    storedFeedsOf(stored['feeds'], stored['settings'], builtIn),
    builtIn,
  );
  const current = settings.success ? settings.data : defaultSettings;
  const facts = storedRoomChoices(stored['facts']);
  return {
    settings: current,
    choices: {
      services: current.ownServices,
      rooms: facts.rooms(),
      sources: facts.sources(),
      lastRooms: facts.lastRooms(),
      skips: storedSkips(stored['facts']),
      statements: storedStatementAnswers(stored['facts']),
      shown: shownChoicesOf(current),
    },
    weeks: storedWeekAnswers(stored['facts']),
    feeds,
    accounts: withImplied(readAccounts(stored['accounts']), feeds),
    path,
    state: 'document' in parsed && refusals.length === 0 && !isDamaged ? 'good' : 'damaged',
    refused: 'document' in parsed ? refusalWords(refusals) || null : parsed.reason,
  };
}
