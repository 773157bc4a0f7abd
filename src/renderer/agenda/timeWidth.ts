import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import { DAY, HOUR } from '#base';

/** `all day` in its smaller letters needs this much (in `ch`). */
const ALL_DAY_WIDTH = 6;

/** How wide the column of times is (in `ch`), so that what follows stands in one line: `9:00 AM` and `12:00 AM`. */
export function timeWidth(format: TimeFormat): number {
  let widest = ALL_DAY_WIDTH;
  for (let instant = 0; instant < DAY; instant += HOUR) {
    widest = Math.max(widest, clockTime(instant, format).length);
  }
  return widest;
}
