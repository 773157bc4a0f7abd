import { shortDay, timeRange } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApi, useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { beginsWords } from './describe.ts';
import { texts } from './texts.ts';

interface QuestionProps {
  readonly occurrence: Occurrence;
  /** The address of one of its rooms; null for the best one. */
  readonly url: string | null;
}

function Ask({ occurrence, url }: QuestionProps) {
  const api = useApi();
  const format = useTimeFormat();
  const begins = useNow((now) => beginsWords(occurrence, now, format));
  const close = (): void => api.invokeAndReport('question:close');
  const { time } = occurrence;
  const link = occurrence.joinLinks.find((one) => url === null || one.url === url);
  if (time.kind === 'allDay' || link === undefined) return null;
  const open = (): void => {
    api.invokeAndReport('join:open', occurrence.key, url, 'anyway');
    close();
  };
  return (
    <Dialog title={texts.openAnyway(begins)} isOpen onClose={close}>
      <p className="early-title" dir="auto">
        {occurrence.title}
      </p>
      <p className="quiet">
        {shortDay(time.start, format)} {timeRange(occurrence, format)} · {new URL(link.url).host}
      </p>
      <p>{texts.openIsNotJoin}</p>
      <div className="dialog-actions">
        <Button onPress={close}>{texts.notNow}</Button>
        <Button look="primary" onPress={open}>
          {texts.open(link.serviceName)}
        </Button>
      </div>
    </Dialog>
  );
}

/** Asks before a room opens long before its meeting: that is most likely a slip, or a test of the link. */
export function EarlyQuestion() {
  const question = useApp((state) => state.question);
  const early = question?.kind === 'early' ? question : null;
  const occurrence = useApp(occurrenceOf(early?.key ?? null));
  if (early === null || occurrence === null) return null;
  return <Ask occurrence={occurrence} url={early.url} />;
}
