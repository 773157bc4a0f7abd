import { clockTime } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

/** Says that the user joined or opened the room and what follows from it, with an undo. */
export function VisitLine({ occurrence }: { readonly occurrence: Occurrence }) {
  const { undoVisit } = useMeeting();
  const format = useTimeFormat();
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  const { time } = occurrence;
  const isOver = useNow((now) => time.kind === 'allDay' || now >= time.end);
  if (visit === null) return null;
  const at = clockTime(visit.at, format);
  const words = visit.kind === 'joined' ? texts.youJoined(at, isOver) : texts.youOpened(at, isOver);
  return (
    <div className="visit-line">
      <p>{words}</p>
      <Button
        look="quiet"
        size="small"
        aria-label={visit.kind === 'joined' ? texts.undoJoined : texts.undoOpened}
        onPress={() => undoVisit(occurrence)}
      >
        {texts.undo}
      </Button>
    </div>
  );
}
