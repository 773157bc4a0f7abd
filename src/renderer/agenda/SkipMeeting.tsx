import { hasEnded } from '#core/agenda/agenda.ts';
import { shortDay } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

/** Skips this meeting, or its series from it on, and undoes that. */
export function SkipMeeting({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const { skip } = useMeeting();
  const isOver = useNow((now) => hasEnded(occurrence, now, format.zone));
  const { skipped, status, isRecurring, time, isWeekUnknown } = occurrence;
  if (skipped !== null)
    return (
      <div className="visit-line">
        <p>
          {skipped.scope === 'one'
            ? texts.youSkipThis
            : texts.youSkipFrom(
                shortDay(skipped.from, time.kind === 'timed' ? format : { ...format, zone: 'UTC' }),
              )}
        </p>
        <Button look="quiet" size="small" onPress={() => skip(occurrence, null)}>
          {texts.unskipIt}
        </Button>
      </div>
    );
  if (isOver || status === 'cancelled') return null;
  return (
    <div className="skip-choices">
      <Button
        look="quiet"
        size="small"
        // While its week is unknown, X answers “not this week” instead.
        {...(isWeekUnknown ? {} : { 'aria-keyshortcuts': 'X' })}
        onPress={() => skip(occurrence, 'one')}
      >
        {texts.skipThis}
        {!isWeekUnknown && <kbd aria-hidden>X</kbd>}
      </Button>
      {isRecurring && (
        <Button look="quiet" size="small" onPress={() => skip(occurrence, 'series')}>
          {texts.skipAll}
        </Button>
      )}
    </div>
  );
}
