import { settingsProblem } from '#core/settings/problems.ts';
import { cityOf } from '#core/format/formatTime.ts';
import type { ClockWatch } from '../time/clockWatch.ts';
import type { Clock } from '../ports/clock.ts';
import type { Problems } from '../app/problems.ts';
import type { SettingsModel } from './settings.ts';

/** Reports that the computer names no time zone, until it does or the user has chosen one. */
export function reportUnknownZone(
  clock: Pick<Clock, 'zone' | 'isZoneKnown'>,
  clockWatch: Pick<ClockWatch, 'changed'>,
  settings: SettingsModel,
  problems: Problems,
): Disposable {
  const look = (): void => {
    if (settings.current().zone === 'system' && !clock.isZoneKnown())
      problems.report(settingsProblem('zone/unknown', cityOf(clock.zone())));
    else problems.withdraw('zone/unknown');
  };
  look();
  using parts = new DisposableStack();
  parts.use(settings.changed.on(look));
  parts.use(clockWatch.changed.on((wake) => wake === 'newZone' && look()));
  return parts.move();
}
