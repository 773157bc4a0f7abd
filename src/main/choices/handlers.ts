import { seriesOfKey, type SeriesName } from '#core/keys.ts';
import { failure, success, type Result } from '#base';
import { roomKey } from '#meeting-links';
import type { Agenda } from '../agenda/composeAgenda.ts';
import { goneMeeting } from '../agenda/goneMeeting.ts';
import type { Shared } from '../app/composeShared.ts';
import type { FeedList } from '../feeds/feedList.ts';
import { unknownFeed } from '../feeds/handlers.ts';
import type { Choices } from './composeChoices.ts';

const goneRoom = failure(
  'join/noLink',
  'This room is no longer one of the meeting’s',
  'Its calendar names others now; choose among them.',
);

/** Handles what the user chooses about meetings. Each request resolves when the agenda shows the choice. */
export function registerChoiceHandlers(
  { handle }: Shared,
  { model, skipper }: Agenda,
  { weeks, rooms }: Choices,
  list: Pick<FeedList, 'find'>,
): void {
  const isUnknown = (series: readonly SeriesName[]): boolean =>
    series.every(({ feedId }) => list.find(feedId) === null);
  handle('weeks:say', async (series, saying): Promise<Result<null>> => {
    if (isUnknown(series)) return unknownFeed;
    weeks.say(series, saying);
    await model.rebuild();
    return success(null);
  });
  handle('weeks:takeBack', async (series, what): Promise<Result<null>> => {
    if (isUnknown(series)) return unknownFeed;
    weeks.takeBack(series, what);
    await model.rebuild();
    return success(null);
  });
  handle('skips:choose', async (key, scope): Promise<Result<null>> => {
    const occurrence = model.find(key);
    if (occurrence === null) return goneMeeting;
    await skipper.choose(occurrence, scope);
    return success(null);
  });
  handle('rooms:choose', async (key, url): Promise<Result<null>> => {
    const occurrence = model.find(key);
    if (occurrence === null) return goneMeeting;
    const link = occurrence.joinLinks.find((one) => one.url === url);
    if (url !== null && link === undefined) return goneRoom;
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
