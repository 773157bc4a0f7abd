import type { RuleOutcome } from '#core/agenda/meetingRules.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { startOf } from '#core/agenda/agenda.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import { useTimeFormat } from '../../kit/AppContext.tsx';
import { useHue } from '../../kit/useHue.ts';
import { texts } from '../texts.ts';

/** More rows would push the form away. */
const MOST_ROWS = 8;

function Caught({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const hue = useHue(occurrence);
  const start = startOf(occurrence, format.zone);
  const time = occurrence.time.kind === 'timed' ? `, ${clockTime(start, format)}` : '';
  return (
    <li className="caught-meeting">
      <time>{`${shortDay(start, format)}${time}`}</time>
      <span aria-hidden className={`caught-hue c-${hue}`} />
      <span className="caught-title">{occurrence.title}</span>
      <span className="quiet">{occurrence.feedName}</span>
    </li>
  );
}

export interface CaughtListProps {
  readonly outcome: RuleOutcome;
  readonly caught: readonly Occurrence[];
}

/** What a rule hides or keeps silent in the next five weeks. */
export function CaughtList({ outcome, caught }: CaughtListProps) {
  const more = caught.length - MOST_ROWS;
  return (
    <section className="caught" aria-label={texts.caughtLabel}>
      <p className="settings-group-title" aria-live="polite">
        {texts.caught[outcome](caught.length)}
      </p>
      {caught.length > 0 && (
        <ul className="card settings-card">
          {caught.slice(0, MOST_ROWS).map((occurrence) => (
            <Caught key={occurrence.key} occurrence={occurrence} />
          ))}
          {more > 0 && <li className="caught-meeting quiet">{texts.andMore(more)}</li>}
        </ul>
      )}
    </section>
  );
}
