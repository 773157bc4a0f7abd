import type { SeriesName } from '#core/keys.ts';
import { success, type Result } from '#base';
import type { Feeds } from '../feeds/composeFeeds.ts';
import { followableCommunities } from '../feeds/followableCommunities.ts';
import { changeHandlers, feedHandlers, unknownFeed } from '../feeds/handlers.ts';
import type { WeekChoices } from '../choices/weekChoices.ts';
import type { ExternalLinks } from '../join/externalLinks.ts';
import { joinHandlers, type JoiningParts } from '../join/handlers.ts';
import { notesHandlers } from '../notes/handlers.ts';
import type { DraftKeeper } from '../notes/draftKeeper.ts';
import type { NoteLibrary } from '../notes/noteLibrary.ts';
import type { Ports } from '../ports/ports.ts';
import type { Ipc } from '../ports/ipc.ts';
import type { Problems } from './problems.ts';
import type { AlertWindowController } from '../reminders/alertWindowController.ts';
import type { Chimes } from '../reminders/chimes.ts';
import { reminderHandlers } from '../reminders/handlers.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';
import type { ReminderScheduler } from '../reminders/reminderScheduler.ts';
import type { NoteSearch } from '../search/noteSearch.ts';
import type { TranscriptStore } from '../transcripts/transcriptStore.ts';

/** The parts that answer the window. */
export interface AnsweringParts extends JoiningParts {
  readonly problems: Problems;
  readonly feeds: Feeds;
  readonly gate: ExternalLinks;
  readonly notes: NoteLibrary;
  readonly drafts: DraftKeeper;
  readonly search: NoteSearch;
  readonly transcripts: TranscriptStore;
  readonly reminders: ReminderScheduler;
  readonly board: AlertWindowController;
  readonly chimes: Chimes;
  readonly ledger: ReminderLedger;
  readonly weekChoices: WeekChoices;
}

/** Answers every request of the contract; disposing stops answering. */
export function registerHandlers(ports: Ports, parts: AnsweringParts): Disposable {
  const { ipc } = ports;
  using answers = new DisposableStack();
  const answer: Ipc['handle'] = (name, handler) => answers.use(ipc.handle(name, handler));

  answerApp(answer, ports, parts);
  feedHandlers(answer, ports, parts);
  changeHandlers(answer, parts.feeds);
  answerMeetings(answer, ports, parts);
  joinHandlers(answer, ports.browser, parts);
  answer('search:find', (wish) => parts.search.find(wish));
  notesHandlers(answer, { ...parts, ...ports });
  reminderHandlers(answer, ports.clock, { ...parts, list: parts.feeds.list });
  return answers.move();
}

type Answer = Ipc['handle'];

/** A window that fails again and again must not fill the disk with its reports. */
const MOST_REPORTS = 20;

function answerApp(answer: Answer, ports: Ports, { settings, problems, notes }: AnsweringParts): void {
  const { clock, environment, notifier, log } = ports;
  answer('app:info', () => ({
    version: environment.version,
    platform: environment.platform,
    locale: environment.locale,
    now: clock.now(),
    notesFolder: notes.folder(),
    hasNotifications: notifier.isSupported(),
  }));
  answer('app:problems', () => [...problems.all()]);
  let reports = 0;
  answer('window:failed', (report) => {
    reports += 1;
    if (reports <= MOST_REPORTS) log(`the window failed: ${report}`);
    return null;
  });
  answer('settings:get', () => settings.current());
  answer('settings:change', (change) => settings.change(change));
}

function answerMeetings(
  answer: Answer,
  { desktop }: Ports,
  { agenda, feeds, gate, weekChoices }: AnsweringParts,
): void {
  const isUnknown = (series: readonly SeriesName[]): boolean =>
    series.every(({ feedId }) => feeds.list.find(feedId) === null);
  answer('weeks:say', async (series, saying): Promise<Result<null>> => {
    if (isUnknown(series)) return unknownFeed;
    weekChoices.say(series, saying);
    await agenda.rebuild();
    return success(null);
  });
  answer('weeks:takeBack', async (series, what): Promise<Result<null>> => {
    if (isUnknown(series)) return unknownFeed;
    weekChoices.takeBack(series, what);
    await agenda.rebuild();
    return success(null);
  });
  answer('communities:get', () => followableCommunities(feeds.sync, weekChoices.all(), agenda.occurrences()));
  answer('link:open', (address) => gate.openLink(address));
  answer('clipboard:write', async (text) => {
    await desktop.copy(text);
    return null;
  });
  answer('clipboard:writeRich', async (text, html) => {
    await desktop.copy(text, html);
    return null;
  });
}
