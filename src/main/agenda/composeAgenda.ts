import { shownChoicesOf } from '#core/agenda/shownMeetings.ts';
import type { Shared } from '../app/composeShared.ts';
import { createWeekAnswer, type AnswerWeek } from '../choices/answerWeek.ts';
import type { Choices } from '../choices/composeChoices.ts';
import { createSkipper, type Skipper } from '../choices/skipper.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import type { FeedSync } from '../feeds/feedSync.ts';
import { startMeetingRefresh } from '../feeds/meetingRefresh.ts';
import { createAgendaModel, type AgendaModel } from './agendaModel.ts';

/** The agenda, and the choices that change it from outside the window. */
export interface Agenda {
  readonly model: AgendaModel;
  readonly skipper: Skipper;
  readonly answerWeek: AnswerWeek;
}

/** Creates the agenda. It is empty until {@link startAgenda}. */
export function composeAgenda(shared: Shared, { sync }: Feeds, choices: Choices): Agenda {
  const { ports, owned, problems, settings, zone } = shared;
  const { weeks, rooms, skips, statements } = choices;
  const model = createAgendaModel(ports, {
    feeds: sync,
    zone,
    weeks: () => weeks.all(),
    choices: () => ({
      services: settings.current().ownServices,
      rooms: rooms.rooms(),
      sources: rooms.sources(),
      lastRooms: rooms.lastRooms(),
      skips: skips.all(),
      statements: statements.all(),
      shown: shownChoicesOf(settings.current()),
    }),
  });
  owned.use(model.changed.on(({ occurrences }) => rooms.remember(occurrences)));
  let reported = model.problems();
  owned.use(
    model.changed.on(() => {
      problems.replace(reported, model.problems());
      reported = model.problems();
    }),
  );
  return {
    model,
    skipper: createSkipper(model, skips),
    answerWeek: createWeekAnswer(model, weeks),
  };
}

/** How long at least the agenda stays as it is while feeds change. */
const REBUILD_PAUSE_MS = 1_000;

/** Builds the agenda, and rebuilds it with every change of its inputs. Call it when its listeners are there. */
export function startAgenda(
  { ports, owned, edits, settings, clockWatch }: Shared,
  model: AgendaModel,
  sync: FeedSync,
): void {
  // Feeds that are fetched one after another each change the agenda; a user follows a few changes a second at most.
  const rebuild = owned.use(ports.clock.pace(REBUILD_PAUSE_MS, () => model.rebuild()));
  owned.use(sync.contentChanged.on(rebuild.call));
  owned.use(settings.changed.on(() => void model.rebuild()));
  owned.use(edits.taken.on((sections) => sections.includes('facts') && void model.rebuild()));
  owned.use(
    clockWatch.changed.on((change) => {
      void model.rebuild();
      // The calendar may have changed while the computer slept. A new day or zone changes no calendar.
      if (change === 'resumed' || change === 'jumped') void sync.refreshDue();
    }),
  );
  owned.use(startMeetingRefresh(ports.clock, model, sync));
  void model.rebuild();
}
