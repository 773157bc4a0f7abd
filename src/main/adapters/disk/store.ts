import { settingsProblem } from '#core/settings/problems.ts';
import { copyFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import writeFileAtomic from 'write-file-atomic';
import {
  configSections,
  parseConfig,
  refusalsOf,
  refusalWords,
  type ConfigDocument,
} from '#core/settings/configFile.ts';
import { DAY, type Problem } from '#base';
import { ConfigEdited, type Store } from '../../ports/store.ts';
import { watchFile } from './fileWatch.ts';
import { createClockMemory, type ClockMemory } from '../windows/clockMemory.ts';
import { createWindowMemory, type WindowMemory } from '../windows/windowMemory.ts';

/** What the windows remember in the same file. */
interface WindowMemories {
  readonly windowMemory: WindowMemory;
  readonly clockMemory: ClockMemory;
}

/** The configuration file, `config.json` in the app's data folder. It also stores size and place of windows. */
export function openStore(userData: string): Store & WindowMemories {
  const path = join(userData, 'config.json');
  const goodPath = join(userData, 'config.good.json');
  const { problems, ...opened } = open(path, goodPath);
  let { document } = opened;
  /** The file as this app last read or wrote it; null if it does not exist. */
  let text = textOf(path);

  // Mode 0600, because addresses of feeds may contain tokens. Created with the first write, because electron-store
  // throws if it cannot create the folder.
  let file: ElectronStore | undefined;
  const edited = (): string | null => {
    const present = textOf(path);
    return present === text || present === null ? null : present;
  };
  const save = (next: ConfigDocument): void => {
    if (edited() !== null) throw new ConfigEdited('config.json was edited by another program');
    file ??= new ElectronStore({ cwd: userData, configFileMode: 0o600 });
    file.store = { ...next };
    document = next;
    text = textOf(path);
  };
  /** Losing the size or place of a window needs no message. */
  const saveQuietly =
    (name: 'window' | 'clock') =>
    (value: unknown): void => {
      try {
        save({ ...document, [name]: value });
      } catch {
        // It is written the next time.
      }
    };
  const keepGoodCopy = (now: number): void => {
    if (text === null || edited() !== null || refusalsOf(document).length > 0) return;
    if (now - modifiedAt(goodPath) < DAY) return;
    try {
      writeFileAtomic.sync(goodPath, text, { mode: 0o600 });
    } catch {
      // It is retried the next day.
    }
  };
  if (problems.some(({ code }) => code === 'settings/restored')) {
    try {
      save(document);
    } catch {
      // The first change writes it.
    }
  }
  keepGoodCopy(Date.now());

  return {
    problems,
    read: (key) => document[key],
    write: (key, value) => save({ ...document, [key]: value }),
    writeAll: (values) => save({ ...document, ...values }),
    document: () => document,
    edited,
    take: (present, next) => {
      [text, document] = [present, next];
    },
    setEditedAside: () => {
      if (edited() === null) return null;
      const aside = freeName(path, 'edited');
      renameSync(path, aside);
      text = null;
      return aside;
    },
    keepGoodCopy,
    // Also calls when an edit was reverted, so that the file is as this app left it.
    onEdited: (callback) => watchFile(path, callback),
    windowMemory: createWindowMemory(() => document['window'], saveQuietly('window')),
    clockMemory: createClockMemory(() => document['clock'], saveQuietly('clock')),
  };
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function modifiedAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return -Infinity;
  }
}

/** A name with the time: an earlier file that was set aside must not be overwritten by a later one. */
const freeName = (path: string, why: 'damaged' | 'edited' | 'refused'): string =>
  path.replace(/\.json$/, `.${why}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`);

interface Opened {
  readonly document: ConfigDocument;
  readonly problems: Problem[];
}

/** Reads the file. What is damaged in it is taken from the last good copy, and the damaged file is kept. */
function open(path: string, goodPath: string): Opened {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
  } catch {
    // The first write reports a disk that is not writable.
  }
  const text = textOf(path);
  const parsed = text === null ? null : parseConfig(text);
  if (parsed === null || !('document' in parsed)) {
    // Renaming needs no disk space. If there is none for the new file either, the next start finds the copy.
    const aside = parsed === null ? null : keepAside(path, 'damaged', renameSync);
    const good = goodCopy(goodPath);
    if (good !== null)
      return { document: good.document, problems: [settingsProblem('settings/restored', aside, good.day)] };
    return { document: {}, problems: parsed === null ? [] : [settingsProblem('settings/damaged', aside)] };
  }
  const { document } = parsed;
  const refusals = refusalsOf(document);
  const lost = configSections.filter((section) => refusals.some((refusal) => refusal.path === section));
  const good = lost.length > 0 ? goodCopy(goodPath) : null;
  const saved = lost.filter((section) => good?.document[section] !== undefined);
  if (good !== null && saved.length > 0) {
    const aside = keepAside(path, 'damaged', copyFileSync);
    const sections = Object.fromEntries(saved.map((section) => [section, good.document[section]]));
    return {
      document: { ...document, ...sections },
      problems: [settingsProblem('settings/restored', aside, good.day)],
    };
  }
  const ofSettings = refusals.filter((refusal) => refusal.path.startsWith('settings'));
  if (ofSettings.length === 0) return { document, problems: [] };
  const aside = keepAside(path, 'refused', copyFileSync);
  return { document, problems: [settingsProblem('settings/notTaken', refusalWords(ofSettings), aside)] };
}

/** @returns the name of the copy; null if it could not be written */
function keepAside(
  path: string,
  why: 'damaged' | 'refused',
  keep: (from: string, to: string) => void,
): string | null {
  const aside = freeName(path, why);
  try {
    keep(path, aside);
    return aside;
  } catch {
    return null;
  }
}

function goodCopy(path: string): { readonly document: ConfigDocument; readonly day: string } | null {
  const text = textOf(path);
  const parsed = text === null ? null : parseConfig(text);
  if (parsed === null || !('document' in parsed)) return null;
  return { document: parsed.document, day: new Date(modifiedAt(path)).toISOString().slice(0, 10) };
}
