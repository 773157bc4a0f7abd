import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { foundMeetings, searchedWindow } from '#core/agenda/foundMeetings.ts';
import { success } from '#base';
import { asNews, partOf, updateBetween } from '#core/agenda/agendaUpdate.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Choices } from '../choices/composeChoices.ts';
import { followableCommunities } from '../feeds/followableCommunities.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import type { AgendaModel } from './agendaModel.ts';
import type { PastFacts } from './pastFacts.ts';
import { createWatchedRanges } from './watchedRanges.ts';

/** How long at least one message about communities comes after another. */
const COMMUNITIES_PAUSE_MS = 300;

/** Handles requests for the agenda, its ranges and its communities, and sends what changed in them. */
export function registerAgendaHandlers(
  { ports: { clock, ipc }, owned, handle }: Shared,
  agenda: AgendaModel,
  { sync }: Feeds,
  { weeks, statements }: Choices,
  facts: PastFacts,
): void {
  handle('agenda:get', async (from) => {
    await agenda.built;
    return partOf(agenda.snapshot(), from);
  });
  handle('agenda:range', (range) => facts.range(range));
  handle('agenda:search', async (query) => {
    const now = clock.now();
    const range = await facts.range(searchedWindow(now));
    return range.ok ? success(foundMeetings(query, range.value.occurrences, now, range.value.zone)) : range;
  });
  handle('agenda:find', (key) => facts.locate(key));
  const ranges = createWatchedRanges((range) => facts.range(range));
  handle('agenda:watch', (range, kept) => ranges.watch(range, kept));
  owned.use(ranges.changed.on((update) => ipc.send('agenda:rangeChanged', update)));
  owned.use(agenda.rangesChanged.on(() => void ranges.refresh()));
  owned.use(facts.changed.on(() => void ranges.refresh()));
  let sent = agenda.snapshot();
  let news = asNews({ kind: 'all', agenda: sent });
  // Two listeners, so that other events are served between comparing thousands of meetings and writing them out.
  owned.use(
    agenda.changed.on((snapshot) => {
      news = asNews(updateBetween(sent, snapshot));
      sent = snapshot;
    }),
  );
  owned.use(agenda.changed.on(() => ipc.send('agenda:changed', news)));
  const communities = (): ReturnType<typeof followableCommunities> =>
    followableCommunities(sync, { weeks: weeks.all(), statements: statements.all() }, agenda.occurrences());
  // Most calendars have none, and most of their changes are not in them.
  let known = '';
  const sendCommunities = (): void => {
    const present = communities();
    const text = JSON.stringify(present);
    if (text !== known) ipc.send('communities:changed', present);
    known = text;
  };
  handle('communities:get', communities);
  const paced = owned.use(clock.pace(COMMUNITIES_PAUSE_MS, sendCommunities));
  owned.use(sync.contentChanged.on(paced.call));
  owned.use(onSettled(agenda, paced.call));
}

/** Calls when the set of answered meetings changed: their questions appear or disappear. */
function onSettled(agenda: AgendaModel, callback: () => void): Disposable {
  const settledOf = ({ occurrences }: AgendaSnapshot): string =>
    JSON.stringify(
      [
        ...new Set(
          occurrences.map(({ feedId, uid, week, statement }) =>
            JSON.stringify([week, statement && [feedId, uid, statement]]),
          ),
        ),
      ].toSorted(),
    );
  let last = settledOf(agenda.snapshot());
  return agenda.changed.on((snapshot) => {
    const present = settledOf(snapshot);
    if (present !== last) callback();
    last = present;
  });
}
