import { timeUntil } from '#core/format/timeUntil.ts';
import { Video } from 'lucide-react';
import { isRunning, startOf } from '#core/agenda/agenda.ts';
import { timeRange } from '#core/format/formatTime.ts';
import { useApi, useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

interface OfferProps {
  readonly occurrenceKey: string;
  readonly isFirst: boolean;
  readonly onJoined: () => void;
}

/** One meeting to join. It shows the host of the link before anything opens. */
function Offer({ occurrenceKey, isFirst, onJoined }: OfferProps) {
  const format = useTimeFormat();
  const { join } = useMeeting();
  const occurrence = useApp(occurrenceOf(occurrenceKey));
  const state = useNow((now) => {
    if (occurrence === null) return '';
    if (isRunning(occurrence, now, format.zone)) return texts.onNow;
    return texts.inTime(timeUntil(startOf(occurrence, format.zone), now));
  });
  const link = occurrence?.joinLinks[0];
  if (occurrence === null || link === undefined) return null;
  return (
    <li className="join-offer">
      <div>
        <p className="join-offer-title" dir="auto">
          {occurrence.title}
        </p>
        <p className="quiet">
          {timeRange(occurrence, format)} · {state} · {new URL(link.url).host}
        </p>
      </div>
      <Button
        look={isFirst ? 'primary' : 'plain'}
        onPress={() => {
          join(occurrence);
          onJoined();
        }}
      >
        <Video aria-hidden size={16} />
        {texts.join(link.serviceName)}
      </Button>
    </li>
  );
}

/** Asks before an office-hours:// link joins a meeting: anyone can write such a link. */
export function JoinQuestion() {
  const api = useApi();
  const question = useApp((state) => state.question);
  const close = (): void => api.invokeAndReport('question:close');
  if (question?.kind !== 'join') return null;
  return (
    <Dialog title={question.keys.length > 0 ? texts.joinThis : texts.nothingToJoin} isOpen onClose={close}>
      {question.keys.length > 0 ? (
        <>
          <p className="quiet">{texts.askedByLink}</p>
          <ul className="join-offers">
            {question.keys.map((key, index) => (
              <Offer key={key} occurrenceKey={key} isFirst={index === 0} onJoined={close} />
            ))}
          </ul>
        </>
      ) : (
        <p>{texts.nothingToJoinHint}</p>
      )}
      <div className="dialog-actions">
        <Button onPress={close}>{texts.notNow}</Button>
      </div>
    </Dialog>
  );
}
