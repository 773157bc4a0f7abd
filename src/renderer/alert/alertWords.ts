import { countdown, duration, timeUntilInWords } from '#core/format/timeUntil.ts';
import { clockTime, timeRange } from '#core/format/formatTime.ts';
import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import { HIDDEN_TITLE } from '#core/reminders/texts.ts';
import { MINUTE, SECOND, type Instant } from '#base';
import { texts } from './texts.ts';

type Format = AlertSnapshot['format'];

/** The large clock of a card: label and value. */
export function alertClock(
  { time, joinsAt }: Pick<AlertCard, 'time' | 'joinsAt'>,
  now: Instant,
): { label: string; value: string } {
  if (joinsAt !== null) return { label: texts.joinsIn, value: texts.seconds(secondsUntil(joinsAt, now)) };
  if (time === null) return { label: '', value: '' };
  if (now < time.start) return { label: texts.startsIn, value: countdown(time.start - now) };
  if (now - time.start < MINUTE) return { label: texts.starts, value: texts.nowValue };
  if (now < time.end) return { label: texts.started, value: texts.ago(duration(now - time.start)) };
  return { label: texts.ended, value: texts.ago(duration(now - time.end)) };
}

/** Whole seconds, rounded up; not below 0. */
export const secondsUntil = (instant: Instant, now: Instant): number =>
  Math.max(0, Math.ceil((instant - now) / SECOND));

/** `17:00–18:00 · Zoom · Kubernetes`. */
export function alertLine({ time, community, service }: AlertCard, format: Format): string {
  const range = time === null ? '' : timeRange({ time: { kind: 'timed', ...time } }, format);
  return [range, service ?? texts.noRoom, community].filter((part) => part !== '').join(' · ');
}

/** The title as others may see it. */
export const titleOf = ({ title }: Pick<AlertCard, 'title'>, hidesTitles: boolean): string =>
  hidesTitles ? HIDDEN_TITLE : title;

/** `Release review, 15:00, in 10 minutes`: a card in one sentence, for the window's title and for screen readers. */
export function alertSentence(
  card: Pick<AlertCard, 'title' | 'time'>,
  now: Instant,
  { format, hidesTitles }: Pick<AlertSnapshot, 'format' | 'hidesTitles'>,
): string {
  const { time } = card;
  const title = titleOf(card, hidesTitles);
  if (time === null) return title;
  return [title, clockTime(time.start, format), whenWords(time, now)].join(', ');
}

function whenWords({ start, end }: NonNullable<AlertCard['time']>, now: Instant): string {
  if (now < start) return texts.inTime(timeUntilInWords(start, now));
  if (now - start < MINUTE) return texts.startsNow;
  return now < end
    ? texts.startedAgo(texts.ago(duration(now - start)))
    : texts.endedAgo(texts.ago(duration(now - end)));
}
