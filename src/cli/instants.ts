import { DateTime, IANAZone } from 'luxon';
import { cityOf } from '#core/format/formatTime.ts';
import type { Instant, TimeWindow, ZoneName } from '#base';
import type { Settings } from '#core/settings/settings.ts';
import { systemZone } from '#main/adapters/system/systemZone.ts';
import { WrongUse, type Terminal } from './command.ts';

/**
 * An ISO 8601 argument as an instant; a date means its midnight, and without an offset it is in `zone`.
 * @throws WrongUse when it is none
 */
export function instantArgument(name: string, text: string, zone: ZoneName): Instant {
  const time = DateTime.fromISO(text.trim(), { zone });
  if (!time.isValid)
    throw new WrongUse(`--${name} “${text}” is no ISO date or time, such as 2026-11-24T16:00Z`);
  return time.toMillis();
}

/**
 * The stretch of time of `--from` and `--to`, read in `zone`: from now on, for so long as is usual (ms).
 * @throws WrongUse when one is no time, or it ends before it begins
 */
export function windowArguments(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  zone: ZoneName,
  now: Instant,
  usualLength: number,
): TimeWindow {
  const begin = from === undefined ? now : instantArgument('from', from, zone);
  const end = to === undefined ? begin + usualLength : instantArgument('to', to, zone);
  if (end <= begin) throw new WrongUse('--to must be after --from');
  return { from: begin, to: end };
}

/**
 * The zone to show times in: the one asked for, else the setting, else the computer's. Where the computer names none,
 * a line on stderr says which one is used instead.
 * @throws WrongUse when the one asked for is none
 */
export function viewerZone(
  asked: string | undefined,
  settings: Settings,
  { err }: Pick<Terminal, 'err'>,
): ZoneName {
  if (asked !== undefined && !IANAZone.isValidZone(asked)) {
    throw new WrongUse(`--zone “${asked}” is no time zone, such as Europe/Berlin`);
  }
  const chosen = asked ?? (settings.zone === 'system' ? undefined : settings.zone);
  if (chosen !== undefined && IANAZone.isValidZone(chosen)) return chosen;
  const { zone, isKnown } = systemZone();
  if (!isKnown)
    err.write(
      `office-hours: this computer names no time zone; times are in ${cityOf(zone)}. Choose one in Settings or with --zone\n`,
    );
  return zone;
}
