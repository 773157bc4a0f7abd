import type { CSSProperties } from 'react';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { hourOf, type MeetingTime } from './groupTimes.ts';

/** The 24 hours of the user's day with the meetings of a group in it. The words beside it say the same. */
export function DayStrip({ times }: { readonly times: readonly MeetingTime[] }) {
  const { zone } = useTimeFormat();
  const hours = [...new Set(times.map(({ next }) => hourOf(next.from, zone)))];
  return (
    <span className="day-strip" aria-hidden>
      {hours.map((hour) => {
        const place: CSSProperties & Record<'--at', number> = { '--at': hour };
        return <i key={hour} style={place} />;
      })}
    </span>
  );
}
