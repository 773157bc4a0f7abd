import { HOUR, MINUTE, SECOND } from '#base';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A length of time as a clock that counts up: `06:12`, `1:04:10`. @param ms not negative */
export function countUp(ms: number): string {
  const [hours, minutes, seconds] = [
    Math.floor(ms / HOUR),
    Math.floor((ms % HOUR) / MINUTE),
    Math.floor((ms % MINUTE) / SECOND),
  ];
  return hours === 0
    ? `${twoDigits(minutes)}:${twoDigits(seconds)}`
    : `${hours}:${twoDigits(minutes)}:${twoDigits(seconds)}`;
}

/** `18 min`; less than half a minute is `0 min`. */
export const wholeMinutes = (ms: number): number => Math.round(ms / MINUTE);
