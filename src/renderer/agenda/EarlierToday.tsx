/* A table would not do: rows are grids of their own. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { ChevronRight } from 'lucide-react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { clockTime } from '#core/format/formatTime.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

/** The row's id in the list. */
export const EARLIER_TODAY_ID = 'earlier-today';

export interface EarlierTodayProps {
  /** The ended meetings of today, sorted by start. */
  readonly ended: readonly Occurrence[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One line for the ended meetings of today; it opens and closes in its place. */
export function EarlierToday({ ended, isOpen, onToggle }: EarlierTodayProps) {
  const format = useTimeFormat();
  const times = ended.flatMap(({ time }) => (time.kind === 'timed' ? [time] : []));
  const [first, last] = [times[0], Math.max(...times.map(({ end }) => end))];
  const words = texts.earlierToday(ended.length);
  return (
    <div
      role="row"
      tabIndex={-1}
      className="row-item earlier-today"
      data-key={EARLIER_TODAY_ID}
      aria-rowindex={1}
      aria-label={words}
    >
      <div role="gridcell">
        <Button look="quiet" size="small" aria-expanded={isOpen} excludeFromTabOrder onPress={onToggle}>
          <ChevronRight aria-hidden size={14} className="earlier-today-mark" />
          {words}
          {first && (
            <span className="earlier-today-times">
              {texts.fromTo(clockTime(first.start, format), clockTime(last, format))}
            </span>
          )}
        </Button>
      </div>
    </div>
  );
}
