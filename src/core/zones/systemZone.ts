import { MINUTE, type ZoneName } from '#base';

/** The computer's zone, as far as it is known. */
export interface SystemZone {
  /** A zone that Intl supports. */
  readonly zone: ZoneName;
  /** False if the system names no IANA zone: then `zone` only has the present offset. */
  readonly isKnown: boolean;
}

/** Zones with an offset that is not a whole hour, in minutes east of UTC: the largest of each. */
const PARTIAL_OFFSETS: ReadonlyMap<number, ZoneName> = new Map([
  [-570, 'Pacific/Marquesas'],
  [-210, 'America/St_Johns'],
  [-150, 'America/St_Johns'],
  [210, 'Asia/Tehran'],
  [270, 'Asia/Kabul'],
  [330, 'Asia/Kolkata'],
  [345, 'Asia/Kathmandu'],
  [390, 'Asia/Yangon'],
  [525, 'Australia/Eucla'],
  [570, 'Australia/Adelaide'],
  [630, 'Australia/Adelaide'],
  [765, 'Pacific/Chatham'],
  [825, 'Pacific/Chatham'],
]);

/** Whether Intl supports the zone. */
export function isUsableZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * Determines the computer's zone.
 * @param reported by `Intl`: `Etc/Unknown` if the system has no zone, undefined for POSIX forms such as `UTC+3`
 * @param offsetMs offset of the computer's clock to UTC, positive to the east
 */
export function systemZoneOf(reported: string | undefined, offsetMs: number): SystemZone {
  if (reported !== undefined && isUsableZone(reported)) return { zone: reported, isKnown: true };
  const minutes = Math.round(offsetMs / MINUTE);
  const partial = PARTIAL_OFFSETS.get(minutes);
  if (partial !== undefined && isUsableZone(partial)) return { zone: partial, isKnown: false };
  const hours = Math.min(14, Math.max(-12, Math.round(minutes / 60)));
  // These names have POSIX signs: east of Greenwich is minus.
  const sign = hours > 0 ? '-' : '+';
  return { zone: hours === 0 ? 'UTC' : `Etc/GMT${sign}${Math.abs(hours)}`, isKnown: false };
}
