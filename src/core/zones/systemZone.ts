import { MINUTE, type ZoneName } from '#base';

/** The zone of the computer, as far as it says. */
export interface SystemZone {
  /** A zone that Intl can make. */
  readonly zone: ZoneName;
  /** False where the system names no zone of the IANA database: then `zone` only has the offset of the moment. */
  readonly isKnown: boolean;
}

/** Zones with an offset of no whole hours, in minutes east of UTC: the largest of each. */
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

/** Whether Intl can make the zone. */
export function isUsableZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * What to take for the computer's zone.
 * @param reported by `Intl`: `Etc/Unknown` where the system has no zone, undefined for POSIX forms such as `UTC+3`
 * @param offsetMs of the computer's clock to UTC, positive to the east
 */
export function systemZoneOf(reported: string | undefined, offsetMs: number): SystemZone {
  if (reported !== undefined && isUsableZone(reported)) return { zone: reported, isKnown: true };
  const minutes = Math.round(offsetMs / MINUTE);
  const partial = PARTIAL_OFFSETS.get(minutes);
  if (partial !== undefined && isUsableZone(partial)) return { zone: partial, isKnown: false };
  const hours = Math.min(14, Math.max(-12, Math.round(minutes / 60)));
  // The signs of these names are those of POSIX: east of Greenwich is minus.
  const sign = hours > 0 ? '-' : '+';
  return { zone: hours === 0 ? 'UTC' : `Etc/GMT${sign}${Math.abs(hours)}`, isKnown: false };
}
