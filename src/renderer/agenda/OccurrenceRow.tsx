import { Video } from 'lucide-react';
import { GridListItem } from 'react-aria-components';
import { clockTime } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { marksOf, roomMarks, rowTone, stateWords, visitMarks } from './describe.ts';
import { MeetingMenu } from './MeetingMenu.tsx';
import { Badges } from './Badges.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';
import { useHue } from '../kit/useHue.ts';

function RowContent({ occurrence, clashes }: Pick<OccurrenceRowProps, 'occurrence' | 'clashes'>) {
  const format = useTimeFormat();
  const { zone } = format;
  const { join } = useMeeting();
  const hue = useHue(occurrence);
  const tone = useNow((now) => rowTone(occurrence, now, zone));
  const state = useNow((now) => stateWords(occurrence, now, zone));
  const visit = useApp((all) => all.visits.get(occurrence.key) ?? null);
  const link = occurrence.joinLinks[0];
  const isOff = occurrence.status === 'cancelled' || occurrence.skipped !== null;
  const isAsked = occurrence.isWeekUnknown && tone !== 'over' && !isOff;
  const marks = [
    ...visitMarks(visit, format),
    ...marksOf(occurrence, clashes, zone),
    ...(tone === 'over' || isOff ? [] : roomMarks(occurrence, true)),
  ];
  return (
    <div
      className="row"
      data-tone={tone}
      data-perhaps={occurrence.isWeekUnknown || undefined}
      data-cancelled={isOff || undefined}
    >
      {occurrence.time.kind === 'allDay' ? (
        <span className="row-time row-time-none">{texts.allDay}</span>
      ) : (
        <span className="row-time">{clockTime(occurrence.time.start, format)}</span>
      )}
      <span className={`dot c-${hue}`} aria-hidden />
      <span className="row-main">
        <span className="row-title" dir="auto">
          {occurrence.title}
        </span>
        <Badges marks={marks} />
        {occurrence.rhythm !== null && <span className="row-rhythm">{occurrence.rhythm}</span>}
      </span>
      {isAsked && <MaybeAnswers occurrence={occurrence} />}
      <span className="row-state">{state}</span>
      <span className="row-join">
        {link && tone !== 'over' && !isOff && (
          <Button
            look="quiet"
            size="small"
            aria-label={texts.joinOn(occurrence.title, link.serviceName)}
            onPress={() => join(occurrence)}
          >
            <Video aria-hidden size={14} />
            <span className="join-words">{link.serviceName}</span>
          </Button>
        )}
        {tone !== 'over' && occurrence.status !== 'cancelled' && <MeetingMenu occurrence={occurrence} />}
      </span>
    </div>
  );
}

export interface OccurrenceRowProps {
  readonly occurrence: Occurrence;
  /** The meetings at the same time. */
  readonly clashes: readonly Occurrence[] | undefined;
  readonly isOpen: boolean;
  /** The current time if the now-line is above this row; else null. */
  readonly nowLine: string | null;
}

/** One meeting in the agenda. */
export const OccurrenceRow = ({ occurrence, clashes, isOpen, nowLine }: OccurrenceRowProps) => (
  <GridListItem
    id={occurrence.key}
    textValue={occurrence.title}
    className="row-item"
    data-open={isOpen || undefined}
    {...(nowLine !== null && { 'data-now': nowLine })}
  >
    <RowContent occurrence={occurrence} clashes={clashes} />
  </GridListItem>
);
