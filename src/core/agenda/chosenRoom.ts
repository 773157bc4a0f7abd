import { seriesKey, seriesOfKey } from '../keys.ts';
import type { Occurrence } from './occurrence.ts';
import { roomKey } from '#meeting-links';
import { type RoomChoice } from './meetingChoices.ts';

/**
 * Puts the room first that the user chose for the series. If the meeting no longer has that room, the choice has no
 * effect, and the user is asked again.
 */
export function putChosenRoomsFirst(
  occurrences: readonly Occurrence[],
  choices: readonly RoomChoice[],
): readonly Occurrence[] {
  if (choices.length === 0) return occurrences;
  const bySeries = new Map(choices.map((choice) => [seriesKey(choice), choice]));
  return occurrences.map((occurrence) => {
    const choice = occurrence.sources
      .map((source) => bySeries.get(seriesKey(seriesOfKey(source))))
      .find((one) => one !== undefined);
    const chosen = occurrence.joinLinks.find((link) => roomKey(link) === choice?.room);
    if (choice === undefined || chosen === undefined) return occurrence;
    const others = occurrence.joinLinks.filter((link) => link !== chosen);
    return { ...occurrence, joinLinks: [chosen, ...others], roomChosenAt: choice.at };
  });
}
