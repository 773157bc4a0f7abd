import { DateTime, IANAZone } from 'luxon';
import { cityOf } from '#core/format/formatTime.ts';
import type { Instant, TimeWindow, ZoneName } from '#base';
import type { Settings } from '#core/settings/settings.ts';
import { systemZone } from '#main/adapters/system/systemZone.ts';
import { WrongUse, type Terminal } from './command.ts';
import { notes, usage } from './texts.ts';

/**
 * Parses an ISO 8601 argument; a date means its midnight, and a time without an offset is in `zone`.
 * @throws WrongUse if it is neither
 */
export function instantArgument(name: string, text: string, zone: ZoneName): Instant {
  const time = DateTime.fromISO(text.trim(), { zone });
  if (!time.isValid) throw new WrongUse(usage.notIsoTime(name, text));
  return time.toMillis();
}

/**
 * The time window of `--from` and `--to`, parsed in `zone`. By default it starts now.
 * @param usualLength its length (ms) without `--to`
 * @throws WrongUse if one is not a time, or it ends before it begins
 */
export function windowArguments(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  zone: ZoneName,
  now: Instant,
  usualLength: number,
): TimeWindow {
  const begin = from === undefined ? now : instantArgument('from', from, zone);
  const end = to === undefined ? begin + usualLength : instantArgument('to', to, zone);
  if (end <= begin) throw new WrongUse(usage.toBeforeFrom);
  return { from: begin, to: end };
}

/**
 * The zone to show times in: `--zone`, else the setting, else the computer's. If the computer has none, a line on
 * stderr names the zone that is used instead.
 * @throws WrongUse if `--zone` is not a time zone
 */
export function viewerZone(
  asked: string | undefined,
  settings: Settings,
  { err }: Pick<Terminal, 'err'>,
): ZoneName {
  if (asked !== undefined && !IANAZone.isValidZone(asked)) {
    throw new WrongUse(usage.notZone(asked));
  }
  const chosen = asked ?? (settings.zone === 'system' ? undefined : settings.zone);
  if (chosen !== undefined && IANAZone.isValidZone(chosen)) return chosen;
  const { zone, isKnown } = systemZone();
  if (!isKnown) err.write(`office-hours: ${notes.noZone(cityOf(zone))}\n`);
  return zone;
}
