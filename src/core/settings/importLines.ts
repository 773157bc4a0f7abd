import type { ImportSummary } from './portableData.ts';

/** What importing a file would do, in words. */

const countOf = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** A line for each thing that would change; none where nothing would. */
export function importLines({
  settings,
  newFeeds,
  knownFeeds,
  answers,
  events,
}: ImportSummary): readonly string[] {
  return [
    settings.length > 0 ? `Replaces ${countOf(settings.length, 'setting', 'settings')}` : '',
    newFeeds.length > 0 ? `Adds ${newFeeds.join(', ')}` : '',
    knownFeeds.length > 0
      ? `Keeps ${countOf(knownFeeds.length, 'calendar', 'calendars')} that you have, and follows what you followed there`
      : '',
    answers > 0 ? `Takes over ${countOf(answers, 'answer about a meeting', 'answers about meetings')}` : '',
    events > 0 ? 'Remembers what was announced there, so that it is not announced again' : '',
  ].filter((line) => line !== '');
}
