import { useMemo } from 'react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { clockTime } from '#core/format/formatTime.ts';
import { useApp, useTimeFormat } from '../../kit/AppContext.tsx';
import { occurrencesOf } from '../../store/agendaSlice.ts';
import { clashesOf } from '../clashes.ts';
import { marksOf, type Mark } from '../describe.ts';
import { movedMark } from '../rowMark.ts';
import { Part } from '../../kit/widgets/Part.tsx';
import { texts } from '../texts.ts';

/** What the question card, the actions and the documents say. */
const ELSEWHERE: ReadonlySet<Mark['kind']> = new Set([
  'week',
  'unconfirmed',
  'sources',
  'skipped',
  'recorded',
  'clash',
]);

/** What is unusual about this date, one sentence each. */
export function Facts({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const marks = marksOf(occurrence, [], format.zone).filter(({ kind }) => !ELSEWHERE.has(kind));
  if (marks.length === 0) return null;
  return (
    <ul className="facts-unusual">
      {marks.map((mark) => (
        <li key={mark.kind} data-tone={mark.tone}>
          {mark.kind === 'moved' ? texts.wasMoved(movedMark(mark, occurrence, format).label) : mark.meaning}
        </li>
      ))}
    </ul>
  );
}

/** The meetings at the same time. */
export function Also({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const select = useApp((state) => state.occurrenceSelected);
  const clashes = useMemo(
    () => clashesOf(occurrences, format.zone).get(occurrence.key) ?? [],
    [occurrences, format.zone, occurrence.key],
  );
  if (clashes.length === 0) return null;
  return (
    <Part title={texts.atSameTime}>
      <ul className="link-list">
        {clashes.map(({ key, title, time }) => (
          <li key={key}>
            <button type="button" className="text-button" onClick={() => select(key)}>
              {title}
            </button>{' '}
            {time.kind === 'timed' && (
              <span className="quiet">{texts.fromTime(clockTime(time.start, format))}</span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
