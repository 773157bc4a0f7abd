import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import { DAY, HOUR } from '#base';

/** Width of `all day` in its smaller letters (ch). */
const ALL_DAY_WIDTH = 6;

/** Width of the column of times (ch), so that titles align after `9:00 AM` and `12:00 AM`. */
export function timeWidth(format: TimeFormat): number {
  let widest = ALL_DAY_WIDTH;
  for (let instant = 0; instant < DAY; instant += HOUR) {
    widest = Math.max(widest, clockTime(instant, format).length);
  }
  return widest;
}
