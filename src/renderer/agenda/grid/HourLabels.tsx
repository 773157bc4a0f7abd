import type { TimeFormat } from '#core/format/formatTime.ts';
import type { CalendarDate, ZoneName } from '#base';
import type { Variables } from './GridBlock.tsx';
import { wallTime } from './gridWords.ts';
import { hourLabels } from './hours.ts';

export interface HourLabelsProps {
  readonly date: CalendarDate;
  readonly zone: ZoneName;
  readonly format: TimeFormat;
  /** The present time, minutes of the wall clock; null if today is not shown. */
  readonly nowMinutes: number | null;
}

/** An hour's label this near to the present time would lie below it, minutes. */
const NEAR_NOW = 18;

/** The hours of one zone beside the columns; those of the user also show the present time. */
export function HourLabels({ date, zone, format, nowMinutes }: HourLabelsProps) {
  const isOwn = zone === format.zone;
  const labels = hourLabels(date, zone, format);
  const isHidden = (line: number): boolean =>
    line === 0 || (isOwn && nowMinutes !== null && Math.abs(line * 60 - nowMinutes) < NEAR_NOW);
  const now: Variables = { '--top': nowMinutes ?? 0 };
  return (
    // The meetings say their times themselves.
    <div className="grid-hours" data-own={isOwn || undefined} aria-hidden>
      {labels.map((label, line) => {
        const place: Variables = { '--top': line * 60 };
        return (
          !isHidden(line) && (
            <span key={label + String(line)} className="grid-hour" style={place}>
              {label}
            </span>
          )
        );
      })}
      {isOwn && nowMinutes !== null && (
        <span className="grid-now-time" style={now}>
          {wallTime(nowMinutes, format)}
        </span>
      )}
    </div>
  );
}
