import { ToggleButton } from 'react-aria-components';
import type { RuleOutcome } from '#core/agenda/meetingRules.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { startOf } from '#core/agenda/agenda.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import { useTimeFormat } from '../../kit/AppContext.tsx';
import { useHue } from '../../kit/useHue.ts';
import { texts } from '../texts.ts';

/** More rows would push the form away. */
const MOST_ROWS = 8;

/** Keeps a meeting in spite of the rule, or no longer. */
type Keep = (occurrence: Occurrence, isKept: boolean) => void;

interface CaughtProps {
  readonly occurrence: Occurrence;
  readonly isKept: boolean;
  readonly onKeep: Keep | null;
}

function Caught({ occurrence, isKept, onKeep }: CaughtProps) {
  const format = useTimeFormat();
  const hue = useHue(occurrence);
  const start = startOf(occurrence, format.zone);
  const time = occurrence.time.kind === 'timed' ? `, ${clockTime(start, format)}` : '';
  const when = `${shortDay(start, format)}${time}`;
  return (
    <li className="caught-meeting" data-kept={isKept || undefined}>
      <time>{when}</time>
      <span aria-hidden className={`caught-hue c-${hue}`} />
      <span className="caught-words">
        <span className="caught-title" dir="auto">
          {occurrence.title}
        </span>
        <span className="quiet" dir="auto">
          {occurrence.feedName}
        </span>
      </span>
      {onKeep !== null && (
        <ToggleButton
          className="day-toggle"
          aria-label={texts.keepMeeting(occurrence.title, when)}
          isSelected={isKept}
          onChange={(next) => onKeep(occurrence, next)}
        >
          {texts.keepThis}
        </ToggleButton>
      )}
    </li>
  );
}

export interface CaughtListProps {
  readonly outcome: RuleOutcome;
  readonly caught: readonly Occurrence[];
  /** Meetings that the user keeps in spite of the rule. */
  readonly kept: readonly Occurrence[];
  readonly onKeep: Keep;
}

/** What a rule hides or keeps silent in the next five weeks; each meeting can be kept. */
export function CaughtList({ outcome, caught, kept, onKeep }: CaughtListProps) {
  const { zone } = useTimeFormat();
  // A kept meeting stays where it was.
  const all = [...caught, ...kept].toSorted((one, other) => startOf(one, zone) - startOf(other, zone));
  const more = all.length - MOST_ROWS;
  return (
    <section className="caught" aria-label={texts.caughtLabel}>
      <p className="settings-group-title" aria-live="polite">
        {texts.caught[outcome](caught.length)}
      </p>
      {all.length > 0 && (
        <ul className="card settings-card">
          {all.slice(0, MOST_ROWS).map((occurrence) => (
            <Caught
              key={occurrence.key}
              occurrence={occurrence}
              isKept={kept.includes(occurrence)}
              onKeep={outcome === 'normal' ? null : onKeep}
            />
          ))}
          {more > 0 && <li className="caught-meeting quiet caught-more">{texts.andMore(more)}</li>}
        </ul>
      )}
    </section>
  );
}
