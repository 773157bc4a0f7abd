import { ClockAlert } from 'lucide-react';
import { useMemo } from 'react';
import { dstNotices } from '#core/agenda/dstNotices.ts';
import { HOUR } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { texts } from './texts.ts';

/** Clock changes that move meetings, shown from a week before until a week after. */
export function DstNotice() {
  const format = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const hour = useNow((now) => now - (now % HOUR));
  const news = useMemo(() => dstNotices(occurrences, hour, format), [occurrences, hour, format]);
  if (news.length === 0) return null;
  return (
    <ul className="notice-strip notice-lines" aria-label={texts.clockChanges}>
      {news.map((line) => (
        <li key={line}>
          <ClockAlert aria-hidden size={16} />
          {line}
        </li>
      ))}
    </ul>
  );
}
