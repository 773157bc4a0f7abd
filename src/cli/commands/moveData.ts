import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClock } from '#main/adapters/system/clock.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { createDiskWriter } from '#main/storage/diskWriter.ts';
import { factListsOf, LARGEST_IMPORT_BYTES, readPastedTexts } from '#main/settings/ownFiles.ts';
import { shareable } from '#main/feeds/packEntries.ts';
import { privateAddresses } from '#main/feeds/privateAddresses.ts';
import { readPackFeed } from '#core/feeds/packFeed.ts';
import { packText } from '#core/feeds/starterPack.ts';
import { pastedPath } from '#main/feeds/sources/pastedSource.ts';
import { createProblems } from '#main/app/problems.ts';
import { openReminderLedger } from '#main/reminders/reminderLedger.ts';
import { mergeData, portableOf, readPortable, type OwnData } from '#core/settings/portableData.ts';
import { importLines } from '#core/settings/importLines.ts';
import { parseConfig, refusalsOf } from '#core/settings/configFile.ts';
import { visibleLine } from '#base';
import { isAppRunning } from '../appRunning.ts';
import { BadInput, WrongUse, type Command, type Terminal } from '../command.ts';
import { openCommunities } from '../directory.ts';
import { readConfiguration } from '../configuration.ts';
import { userDataFolder } from '../folders.ts';
import { importPack } from '../importPack.ts';
import { isAddress } from '../isAddress.ts';
import { jsonText } from '../occurrenceJson.ts';
import { openFeedSources, openGiven } from '../sources.ts';
import { badInput, notes, output, usage } from '../texts.ts';

const files = createFiles();

interface Opened extends AsyncDisposable {
  readonly data: OwnData;
  readonly configPath: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly ledger: Awaited<ReturnType<typeof openReminderLedger>>;
}

/** Reads the stored data of the app, as the app does. */
async function openData(terminal: Terminal): Promise<Opened> {
  const { settings, feeds, path } = await readConfiguration(terminal);
  const parsed = parseConfig(await readFile(path, 'utf8').catch(() => '{}'));
  if (!('document' in parsed)) throw new BadInput(badInput.notParsed(path, parsed.reason));
  const { document } = parsed;
  const problems = createProblems([]);
  const writer = createDiskWriter({ clock: createClock(), log: () => undefined }, problems);
  const ledgerPath = join(userDataFolder(terminal), 'reminders.jsonl');
  const ledger = await openReminderLedger(
    { files, clock: { now: terminal.now, turn: () => createClock().turn() }, problems, writer },
    ledgerPath,
  );
  const data = {
    settings,
    // What the other commands read before the app is used was not chosen by the user.
    feeds: document['feeds'] === undefined ? [] : feeds,
    facts: factListsOf(document['facts']),
    events: ledger.eventsSince(-Infinity),
  };
  return {
    data,
    configPath: path,
    document,
    ledger,
    [Symbol.asyncDispose]: () => writer[Symbol.asyncDispose](),
  };
}

/** `export`: everything except secrets, in one file. */
export const exportData: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { list: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [path, ...others] = positionals;
  if (others.length > 0) throw new WrongUse(usage.exportFile);
  await using opened = await openData(terminal);
  const { data } = opened;
  const sources = await openFeedSources(terminal);
  const texts = await readPastedTexts(files, userDataFolder(terminal), data.feeds);
  const isPrivate = await privateAddresses(sources, openCommunities(terminal), terminal.platform);
  const everything = portableOf(data, isPrivate, texts, terminal.now());
  const pack = shareable(data.feeds, isPrivate);
  if (values.list && pack.entries.length === 0) throw new BadInput(badInput.nothingToShare);
  const text = values.list ? packText(output.packName, pack.entries) : jsonText(everything);
  if (path === undefined) {
    terminal.out.write(text);
    return;
  }
  await files.write(path, text).catch((error: unknown) => {
    throw new BadInput(badInput.notWritten(path, error instanceof Error ? error.message : 'unknown'));
  });
  const left = (values.list ? pack.left : everything.addAgain).map((name) => visibleLine(name)).join(', ');
  if (left !== '') terminal.err.write(`office-hours: ${notes.addAgain(left)}\n`);
};

/** A running app would overwrite the import with its data in memory. */
async function refuseWhileRunning(terminal: Terminal): Promise<void> {
  if (await isAppRunning(terminal)) throw new BadInput(badInput.appRuns);
}

/** `import`: lists what an exported file would change; with --yes imports it. */
export const importData: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new WrongUse(usage.importFile);
  const bytes = isAddress(path)
    ? (await openGiven(path, terminal)).bytes
    : await files.read(path, LARGEST_IMPORT_BYTES).catch(() => null);
  const portable = bytes === null ? null : readPortable(new TextDecoder().decode(bytes));
  const pack = bytes === null || portable !== null ? null : readPackFeed(bytes);
  if (values.yes) await refuseWhileRunning(terminal);
  if (pack !== null) return importPack(pack, { isDone: values.yes, isJson: values.json }, terminal);
  if (portable === null) throw new BadInput(badInput.notExport(path));
  await using opened = await openData(terminal);
  const { data, document, configPath, ledger } = opened;
  const userData = userDataFolder(terminal);
  const merged = mergeData(data, portable);
  if (values.yes) {
    if (refusalsOf(document).length > 0) throw new BadInput(badInput.badConfig(configPath));
    for (const { id, text } of merged.texts) await files.write(pastedPath(userData, id), text);
    const { settings, feeds, facts, events } = merged.data;
    const sections = {
      settings,
      ...(feeds.length > 0 && { feeds: { version: 2, feeds } }),
      facts: { ...facts, version: 1 },
    };
    await files.write(configPath, JSON.stringify({ ...document, ...sections }, undefined, '\t'));
    // As the app does: only its owner may read it.
    await chmod(configPath, 0o600);
    await ledger.replace(events);
  }
  if (values.json) {
    terminal.out.write(jsonText(merged.summary));
    return;
  }
  const lines = importLines(merged.summary);
  const again = merged.summary.addAgain.map((name) => output.addYourself(visibleLine(name)));
  const changes = lines.length === 0 ? [output.nothingNew] : lines;
  const next = values.yes || lines.length === 0 ? [] : [output.notImported];
  terminal.out.write(
    [...changes.map((line) => visibleLine(line)), ...again, ...next].map((line) => `${line}\n`).join(''),
  );
};
