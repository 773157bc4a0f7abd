import { feedsFailure } from '#core/feeds/problems.ts';
import { joinFailure } from '#core/join/problems.ts';
import type { WeekAnswer } from '#core/agenda/whichWeek.ts';
import { seriesOfKey, type SeriesName } from '#core/keys.ts';
import { success, type Result } from '#base';
import { roomKey } from '#meeting-links';
import type { Agenda } from '../agenda/composeAgenda.ts';
import type { Shared } from '../app/composeShared.ts';
import type { FeedList } from '../feeds/feedList.ts';
import type { Choices } from './composeChoices.ts';

/** Handles what the user chooses about meetings. Each request resolves when the agenda shows the choice. */
export function registerChoiceHandlers(
  { handle }: Shared,
  { model, skipper }: Agenda,
  { weeks, rooms, statements }: Choices,
  list: Pick<FeedList, 'find'>,
): void {
  const isUnknown = (series: readonly SeriesName[]): boolean =>
    series.every(({ feedId }) => list.find(feedId) === null);
  handle('weeks:say', async (series, saying): Promise<Result<null>> => {
    if (isUnknown(series)) return feedsFailure('feed/unknown');
    weeks.say(series, saying);
    await model.rebuild();
    return success(null);
  });
  handle('weeks:takeBack', async (series, what): Promise<Result<WeekAnswer[]>> => {
    if (isUnknown(series)) return feedsFailure('feed/unknown');
    const removed = weeks.takeBack(series, what);
    await model.rebuild();
    return success([...removed]);
  });
  handle('weeks:restore', async (removed): Promise<Result<null>> => {
    if (isUnknown(removed)) return feedsFailure('feed/unknown');
    weeks.restore(removed);
    await model.rebuild();
    return success(null);
  });
  handle('statements:say', async (series, says): Promise<Result<null>> => {
    if (isUnknown(series)) return feedsFailure('feed/unknown');
    statements.say(series, says);
    await model.rebuild();
    return success(null);
  });
  handle('skips:choose', async (key, scope): Promise<Result<null>> => {
    const occurrence = await model.locate(key);
    if (occurrence === null) return joinFailure('join/gone');
    await skipper.choose(occurrence, scope);
    return success(null);
  });
  handle('rooms:choose', async (key, url): Promise<Result<null>> => {
    const occurrence = await model.locate(key);
    if (occurrence === null) return joinFailure('join/gone');
    const link = occurrence.joinLinks.find((one) => one.url === url);
    if (url !== null && link === undefined) return joinFailure('join/linkGone');
    rooms.chooseRoom(occurrence.sources.map(seriesOfKey), link === undefined ? null : roomKey(link));
    await model.rebuild();
    return success(null);
  });
  handle('sources:choose', async (what, one, other): Promise<Result<null>> => {
    if (what === 'use') rooms.chooseSource(one, other);
    else rooms.takeSourceBack(one, other);
    await model.rebuild();
    return success(null);
  });
}
