import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';
import { texts } from './texts.ts';

/** Describes what a feed changed. */

/** `Tue 24 Nov, 16:00`, or the day alone. */
function moment(text: string, format: TimeFormat): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const instant = Date.parse(isDay ? `${text}T12:00:00Z` : text);
  const day = shortDay(instant, isDay ? { ...format, zone: 'UTC' } : format);
  return isDay ? day : `${day}, ${clockTime(instant, format)}`;
}

/** `moved from Tue 24 Nov, 16:00 to Tue 24 Nov, 16:30`. */
export function changeWords(
  { what, start, before, after }: Pick<SeriesChange, 'what' | 'start' | 'before' | 'after'>,
  format: TimeFormat,
): string {
  const on = moment(start, format);
  const words: Record<SeriesChange['what'], () => string> = {
    moved: () => texts.changes.moved(moment(before ?? start, format), moment(after ?? start, format)),
    renamed: () => texts.changes.renamed(before ?? ''),
    room: () => texts.changes.room(on, before ?? '', after ?? ''),
    passcode: () => texts.changes.passcode(on),
    cancelled: () => texts.changes.cancelled(on),
    back: () => texts.changes.back(on),
  };
  return words[what]();
}
