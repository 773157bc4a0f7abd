import { join } from 'node:path';
import { feedsFailure } from '#core/feeds/problems.ts';
import { packText, type EntryOutcome } from '#core/feeds/starterPack.ts';
import { success } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Feeds } from './composeFeeds.ts';
import type { FileConsent } from './fileConsent.ts';
import { followEntry, shareable } from './packEntries.ts';

/** Handles `feeds:addChosen`, `feeds:shareable` and `feeds:share`: lists of calendars and starter packs. */
export function registerPackHandlers(
  { ports: { desktop, environment, files }, handle }: Pick<Shared, 'ports' | 'handle'>,
  { list, sources, adder, privateOnes }: Pick<Feeds, 'list' | 'sources' | 'adder' | 'privateOnes'>,
  agenda: Pick<AgendaModel, 'rebuild'>,
  consent: FileConsent,
): void {
  const lists = { list, sources };
  handle('feeds:addChosen', async (pasted, chosen) => {
    if (!(await consent.mayRead(pasted))) return feedsFailure('feed/fileNotAllowed');
    const choices = await adder.choices(pasted);
    if (!choices.ok) return choices;
    const outcomes: EntryOutcome[] = [];
    // One after the other: they may be on one server, and the first may be what another one is.
    for (const at of new Set(chosen)) {
      const entry = choices.value[at];
      if (entry === undefined) continue;
      const problem = await followEntry(lists, adder, entry, environment.platform);
      outcomes.push({ at, name: entry.name, problem });
    }
    await agenda.rebuild();
    return success(outcomes);
  });
  handle('feeds:shareable', async () => shareable(list.all(), await privateOnes()));
  handle('feeds:share', async (title, chosen) => {
    const { entries } = shareable(list.all(), await privateOnes());
    const some = [...new Set(chosen)].flatMap((at) => entries[at] ?? []);
    if (some.length === 0) return feedsFailure('feed/packEmpty');
    const path = await desktop.chooseTarget({
      kind: 'Starter pack',
      extension: 'json',
      suggestion: join(environment.documents, 'Office Hours starter pack.json'),
    });
    if (path === null) return success(null);
    try {
      await files.write(path, packText(title, some));
    } catch {
      return feedsFailure('feed/packNotSaved');
    }
    return success(path);
  });
}
