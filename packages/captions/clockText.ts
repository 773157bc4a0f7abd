import { HOUR, MINUTE, SECOND } from '#base';

/** A time in plain transcripts: `0:03`, `01:02:03`, `00:04.500`. */
export const CLOCK = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;

const PARTS = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/;

/** Parses {@link CLOCK} to ms; null if minutes or seconds are out of range. */
export function clockMs(written: string): number | null {
  const [, hours = '0', minutes, seconds, fraction = ''] = PARTS.exec(written) ?? [];
  if (minutes === undefined || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND + ms;
}
