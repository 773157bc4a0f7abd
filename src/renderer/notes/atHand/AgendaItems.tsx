import { Check, Circle, Play } from 'lucide-react';
import type { AgendaTiming, TimedAgendaItem } from '#core/notes/agendaTiming.ts';
import { MINUTE } from '#base';
import { countUp, wholeMinutes } from './clockWords.ts';
import { texts } from './texts.ts';

const ICONS = { done: Check, on: Play, ahead: Circle } as const;

/** The item's time: what it took, what it has taken of its plan, or what is planned. */
function timeWords({ state, spent, minutes }: TimedAgendaItem): string {
  if (state === 'done') return texts.minutes(wholeMinutes(spent));
  if (state === 'ahead') return minutes === null ? '' : texts.minutes(minutes);
  return minutes === null ? countUp(spent) : texts.spent(countUp(spent), minutes);
}

function label(item: TimedAgendaItem): string {
  if (item.state === 'ahead') return texts.begin(item.text);
  // Seconds would be another name each second.
  const time = texts.minutes(wholeMinutes(item.spent));
  return item.state === 'on' ? texts.on(item.text, time) : texts.done(item.text, time);
}

export interface AgendaItemsProps {
  readonly timing: AgendaTiming;
  /** False before the start of the meeting. */
  readonly canBegin: boolean;
  readonly onBegin: (item: TimedAgendaItem) => void;
}

/** The items of the agenda with their times; pressing one begins it. */
export const AgendaItems = ({ timing, canBegin, onBegin }: AgendaItemsProps) => (
  <ol className="at-hand-items">
    {timing.items.map((item) => {
      const Icon = ICONS[item.state];
      const isOver = item.minutes !== null && item.spent > item.minutes * MINUTE;
      return (
        <li key={item.line}>
          <button
            type="button"
            className="at-hand-item"
            data-state={item.state}
            data-over={isOver || undefined}
            aria-label={label(item)}
            aria-current={item.state === 'on' ? 'step' : undefined}
            disabled={!canBegin}
            onClick={() => onBegin(item)}
          >
            <Icon aria-hidden size={14} />
            <span className="at-hand-item-words" dir="auto">
              {item.text}
            </span>
            <span className="at-hand-item-time">{timeWords(item)}</span>
            {item.state === 'on' && item.minutes !== null && (
              <span className="at-hand-item-line" aria-hidden>
                <span style={{ transform: `scaleX(${Math.min(1, item.spent / (item.minutes * MINUTE))})` }} />
              </span>
            )}
          </button>
        </li>
      );
    })}
  </ol>
);
