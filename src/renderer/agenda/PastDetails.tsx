import { Captions, ChevronRight, FileText, NotebookPen, CirclePlay } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { seriesOfKey } from '#core/keys.ts';
import type { KeptOfMeeting } from '#core/notes/keptOfMeeting.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { ActionRow } from '../notes/ActionRow.tsx';
import { useOpenNote } from '../notes/useOpenNote.ts';
import { SERIES_BUTTON_ID } from './details/Head.tsx';
import { useKeptOfMeeting } from './useKeptOfMeeting.ts';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

interface PartProps {
  readonly occurrence: Occurrence;
  readonly kept: KeptOfMeeting;
}

/** The recording: that of its captions, else the page of all recordings. */
const recordingOf = ({ occurrence, kept }: PartProps): string | null =>
  kept.transcripts.find(({ videoUrl }) => videoUrl !== null)?.videoUrl ?? occurrence.links.recordings;

/** Note, recording and series. */
function Actions({ occurrence, kept }: PartProps) {
  const api = useApi();
  const { openNote } = useMeeting();
  const showSeries = useApp((state) => state.seriesShown);
  const recording = recordingOf({ occurrence, kept });
  return (
    <div className="details-actions">
      <Button onPress={() => openNote(occurrence)}>
        {kept.note === null ? <NotebookPen aria-hidden size={16} /> : <FileText aria-hidden size={16} />}
        {kept.note === null ? texts.addNote : texts.openNote}
      </Button>
      {recording !== null && (
        <Button onPress={() => api.invokeAndReport('link:open', recording)}>
          <CirclePlay aria-hidden size={16} />
          {texts.recording}
        </Button>
      )}
      {occurrence.isRecurring && (
        <Button id={SERIES_BUTTON_ID} look="quiet" onPress={() => showSeries(seriesOfKey(occurrence))}>
          {texts.series}
          <ChevronRight aria-hidden size={14} />
        </Button>
      )}
    </div>
  );
}

function Decided({ kept }: Pick<PartProps, 'kept'>) {
  const { open } = useOpenNote();
  if (kept.decisions.length === 0) return null;
  return (
    <section className="details-part">
      <h3 className="eyebrow">{texts.decided}</h3>
      <ul className="past-lines">
        {kept.decisions.map(({ path, line, text }) => (
          <li key={`${path} ${line}`}>
            <button type="button" className="missed-title" onClick={() => open(path)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Items = ({ kept }: Pick<PartProps, 'kept'>) =>
  kept.actions.length === 0 ? null : (
    <section className="details-part">
      <h3 className="eyebrow">
        {kept.actions.some(({ isDone }) => !isDone) ? texts.stillOpen : texts.actionItems}
      </h3>
      <ul className="actions">
        {kept.actions.map((action) => (
          <ActionRow key={`${action.path} ${action.line} ${action.text}`} action={action} />
        ))}
      </ul>
    </section>
  );

function Files({ kept, onAdd }: Pick<PartProps, 'kept'> & { readonly onAdd: () => void }) {
  const goTo = useApp((state) => state.screenShown);
  const showTranscript = useApp((state) => state.transcriptShown);
  const open = (path: string): void => {
    goTo('notes');
    showTranscript(path);
  };
  return (
    <section className="details-part">
      <h3 className="eyebrow">{texts.captions}</h3>
      {kept.transcripts.length > 0 && (
        <ul className="past-lines">
          {kept.transcripts.map(({ path, title }) => (
            <li key={path}>
              <button type="button" className="text-button" onClick={() => open(path)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button size="small" onPress={onAdd}>
        <Captions aria-hidden size={14} />
        {texts.addCaptions}
      </Button>
    </section>
  );
}

/** What is left of a meeting that has ended: its note, recording and captions, what was decided and is still open. */
export function PastDetails({
  occurrence,
  children,
}: {
  readonly occurrence: Occurrence;
  /** What happened to its reminders. */
  readonly children: ReactNode;
}) {
  const { kept, addCaptions } = useKeptOfMeeting(occurrence);
  if (kept === null) return null;
  return (
    <>
      <Actions occurrence={occurrence} kept={kept} />
      {occurrence.isRemembered && <p className="quiet">{texts.rememberedOnly}</p>}
      {children}
      <Decided kept={kept} />
      <Items kept={kept} />
      <Files kept={kept} onAdd={addCaptions} />
    </>
  );
}
