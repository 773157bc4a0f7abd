import type { SeriesName } from '#core/keys.ts';
import { failure, success, type Result } from '#base';
import { askedCommunities } from '../feeds/askedCommunities.ts';
import type { FeedAdder } from '../feeds/addFeed.ts';
import { createFileConsent } from '../feeds/fileConsent.ts';
import type { WeekChoices } from '../choices/weekChoices.ts';
import { isBuiltIn } from '#core/feeds/feed.ts';
import type { FeedList } from '../feeds/feedList.ts';
import type { FeedSync } from '../feeds/feedSync.ts';
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
  readonly list: FeedList;
  readonly sync: FeedSync;
  readonly adder: FeedAdder;
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

const unknownFeed = failure('feed/unknown', 'This feed is not in the list any more', 'It was removed.');
const isCatalogue = failure(
  'feed/builtIn',
  'The built-in catalogue stays',
  'Choose under Communities which of its meetings you follow; you may follow none.',
);
const notAllowed = failure(
  'feed/fileNotAllowed',
  'This file was not read',
  'Choose it with “Choose a file”, or allow it when you are asked.',
);

/** Answers every request of the contract; disposing stops answering. */
export function registerHandlers(ports: Ports, parts: AnsweringParts): Disposable {
  const { ipc } = ports;
  using answers = new DisposableStack();
  const answer: Ipc['handle'] = (name, handler) => answers.use(ipc.handle(name, handler));

  answerApp(answer, ports, parts);
  answerFeeds(answer, ports, parts);
  answerMeetings(answer, ports, parts);
  joinHandlers(answer, ports.browser, parts);
  answer('search:find', (wish) => parts.search.find(wish));
  notesHandlers(answer, { ...parts, ...ports });
  reminderHandlers(answer, ports.clock, parts);
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

/** What changes feeds answers when the agenda shows it. */
function answerFeeds(
  answer: Answer,
  { desktop, environment }: Ports,
  { list, sync, adder, agenda }: AnsweringParts,
): void {
  const files = createFileConsent(desktop, environment.platform);
  answer('feeds:list', () => [...sync.statuses()]);
  answer('feeds:preview', async (pasted, wish) =>
    (await files.mayRead(pasted)) ? adder.preview(pasted, wish) : notAllowed,
  );
  answer('feeds:text', async (id) => {
    const feed = list.find(id);
    return feed === null ? unknownFeed : adder.text(feed);
  });
  answer('feeds:add', async (pasted, wish) => {
    if (!(await files.mayRead(pasted))) return notAllowed;
    const added = await adder.add(pasted, wish);
    if (added.ok) await agenda.rebuild();
    return added;
  });
  answer('feeds:remove', async (id): Promise<Result<null>> => {
    const feed = list.find(id);
    if (feed === null) return unknownFeed;
    if (isBuiltIn(feed)) return isCatalogue;
    list.remove(id);
    await adder.removed(feed);
    await agenda.rebuild();
    return success(null);
  });
  answer('feeds:follow', async (id, followed): Promise<Result<null>> => {
    const feed = list.find(id);
    if (feed === null) return unknownFeed;
    list.put({ ...feed, followed });
    await agenda.rebuild();
    return success(null);
  });
  answer('feeds:refresh', async () => {
    if (list.isLocked()) await list.unlock();
    await sync.refreshAll();
    await agenda.rebuild();
    return null;
  });
  answer('feeds:accept', async (id): Promise<Result<null>> => {
    if (list.find(id) === null) return unknownFeed;
    await sync.accept(id);
    await agenda.rebuild();
    return success(null);
  });
  answer('feeds:chooseFile', () => files.choose());
}

function answerMeetings(
  answer: Answer,
  { desktop }: Ports,
  { agenda, sync, list, gate, weekChoices }: AnsweringParts,
): void {
  const isUnknown = (series: readonly SeriesName[]): boolean =>
    series.every(({ feedId }) => list.find(feedId) === null);
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
  answer('communities:get', () => askedCommunities(sync, weekChoices.all(), agenda.occurrences()));
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
