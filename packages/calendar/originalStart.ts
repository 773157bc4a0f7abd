import { DAY } from '#base';
import type { Pattern } from './series.ts';
import { dateText, dayOf } from './wallTime.ts';

/** Caches of texts, because an expansion formats the same days and times repeatedly. Cleared when full. */
const dates = new Map<number, string>();
const times = new Map<number, string>();
const MAX_TEXTS = 20_000;

function cachedText(texts: Map<number, string>, key: number, make: (key: number) => string): string {
  let text = texts.get(key);
  if (text === undefined) {
    if (texts.size >= MAX_TEXTS) texts.clear();
    texts.set(key, (text = make(key)));
  }
  return text;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

const timeText = (ms: number) =>
  `T${pad(Math.floor(ms / 3_600_000), 2)}:${pad(Math.floor(ms / 60_000) % 60, 2)}:${pad(Math.floor(ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`;

/** The text of a date on the series' time line: see `SeriesOccurrence.originalStart`. */
export function originalStart(pattern: Pick<Pattern, 'isAllDay' | 'zone'>, at: number): string {
  const day = dayOf(at);
  const date = cachedText(dates, day, dateText);
  if (pattern.isAllDay) return date;
  const time = cachedText(times, at - day * DAY, timeText);
  return pattern.zone.kind === 'floating' ? date + time : `${date}${time}Z`;
}
