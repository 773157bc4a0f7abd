import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';

/** What a feed changed, in words. */

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
    moved: () => `moved from ${moment(before ?? start, format)} to ${moment(after ?? start, format)}`,
    renamed: () => `renamed from “${before ?? ''}”`,
    room: () => `another room from ${on} on: ${after ?? ''} instead of ${before ?? ''}`,
    cancelled: () => `cancelled on ${on}`,
    back: () => `on again on ${on}`,
  };
  return words[what]();
}
