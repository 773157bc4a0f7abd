import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import type { StoryReminder } from '#core/reminders/meetingStory.ts';
import type { Instant } from '#base';
import { texts } from './texts.ts';

/** `17:50`; with its day if that is not the meeting's. */
export const storyTime = (at: Instant, start: Instant, format: TimeFormat): string =>
  dateOf(at, format.zone) === dateOf(start, format.zone)
    ? clockTime(at, format)
    : `${shortDay(at, format)} ${clockTime(at, format)}`;

/** `Notification`, `Alert window, held back until 08:00 (quiet time)`. */
export const comingWords = ({ kind, heldUntil }: StoryReminder, format: TimeFormat): string =>
  heldUntil === null ? texts.kinds[kind] : texts.heldBack(texts.kinds[kind], clockTime(heldUntil, format));
