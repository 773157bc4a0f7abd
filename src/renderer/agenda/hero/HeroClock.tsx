import type { HeroMeetings } from '#core/agenda/heroMeetings.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useNow, useTimeFormat } from '../../kit/AppContext.tsx';
import { spokenState } from '../describe.ts';
import { heroClock, type HeroClock as Clock } from './heroWords.ts';

interface HeroClockProps {
  readonly occurrence: Occurrence;
  /** Meetings that start together. */
  readonly count: number;
  readonly isOverTime: HeroMeetings['isOverTime'];
}

/** Counts down to the start or the end; for another day, the time of the start. */
export function HeroClock({ occurrence, count, isOverTime }: HeroClockProps) {
  const format = useTimeFormat();
  const part = <Name extends keyof Clock>(name: Name, now: number): Clock[Name] =>
    heroClock(occurrence, count, isOverTime, now, format)[name];
  const eyebrow = useNow((now) => part('eyebrow', now));
  const digits = useNow((now) => part('digits', now));
  const words = useNow((now) => part('spoken', now));
  const kind = useNow((now) => part('kind', now));
  const spoken = useNow((now) => (isOverTime ? '' : spokenState(occurrence, now, format.zone)));
  return (
    <div className="hero-count" data-kind={kind} data-long={digits.length > 5 || undefined}>
      <p
        className="eyebrow hero-eyebrow"
        data-maybe={occurrence.isWeekUnknown || isUnconfirmed(occurrence) || undefined}
      >
        {eyebrow}
      </p>
      <p className="hero-clock">
        {kind === 'day' ? (
          <span>{digits}</span>
        ) : (
          <span role="timer" aria-label={words}>
            {digits}
          </span>
        )}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}
