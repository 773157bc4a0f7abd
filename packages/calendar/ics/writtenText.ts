import type { FeedContext } from './feedContext.ts';

/** The text of an event, a range of the feed's, without DTSTAMP, which some servers set to the time of the download. */
export function writtenText(text: string, from: number, to: number): string {
  // Each line of it follows a line break.
  const own = text.slice(from - 1, to);
  const at = own.indexOf('\nDTSTAMP');
  if (at < 0) return own;
  const end = own.indexOf('\n', at + 1);
  return end < 0 ? own.slice(0, at) : own.slice(0, at) + own.slice(end);
}

const frames = new WeakMap<FeedContext, string | null>();

/**
 * What stands before the events of a file: what names its zones, and what its times mean. Null if there is more of it
 * between or after the events.
 */
export function frameOf(context: FeedContext): string | null {
  const known = frames.get(context);
  if (known !== undefined) return known;
  const { text } = context;
  const end = text.search(/^BEGIN:VEVENT/im);
  const isWhole = end >= 0 && !/^BEGIN:(?:VCALENDAR|VTIMEZONE)/im.test(text.slice(end));
  const frame = isWhole ? text.slice(0, end) : null;
  frames.set(context, frame);
  return frame;
}
