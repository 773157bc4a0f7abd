import { HOUR, MINUTE, SECOND } from '#base';

const STAMP = /^(?:(?<hours>\d{1,3}):)?(?<minutes>\d{1,2}):(?<seconds>\d{2})$/;

/** Formats ms as `12:34` or `1:02:03`. Truncated to seconds, never negative. */
export function formatTimeStamp(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const pair = (value: number): string => `${value}`.padStart(2, '0');
  return h > 0 ? `${h}:${pair(m)}:${pair(s)}` : `${m}:${pair(s)}`;
}

/** Parses `12:34` or `1:02:03` to ms; null for anything else. */
export function parseTimeStamp(written: string): number | null {
  const { hours = '0', minutes, seconds } = STAMP.exec(written.trim())?.groups ?? {};
  if (minutes === undefined || seconds === undefined) return null;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
}
