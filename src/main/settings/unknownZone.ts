import { cityOf } from '#core/format/formatTime.ts';
import { UNKNOWN_ZONE } from '#core/zones/systemZone.ts';
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
      problems.report({
        code: UNKNOWN_ZONE,
        title: 'The time zone of this computer is not known',
        detail: `Times are shown in ${cityOf(clock.zone())}. Choose your time zone, so that they follow its clock changes.`,
      });
    else problems.withdraw(UNKNOWN_ZONE);
  };
  look();
  using parts = new DisposableStack();
  parts.use(settings.changed.on(look));
  parts.use(clockWatch.changed.on((wake) => wake === 'newZone' && look()));
  return parts.move();
}
