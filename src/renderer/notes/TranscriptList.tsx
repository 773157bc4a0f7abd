import { Captions, CalendarDays, Import, Link2, Link2Off, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { MenuItem, Separator } from 'react-aria-components';
import { originalStartOf, seriesKeyOf } from '#core/keys.ts';
import { shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import type { TranscriptSummary } from '#core/notes/storedTranscript.ts';
import { useApi, useApp, useAppStore, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { MeetingPicker } from './manage/MeetingPicker.tsx';
import { RenameDialog } from './manage/RenameDialog.tsx';
import { texts as manageTexts } from './manage/texts.ts';
import { useManage, type Manage } from './manage/useManage.ts';
import { useNoteHue } from './manage/useNoteSections.ts';
import { NoteRows } from './NoteRows.tsx';
import { useTranscripts } from './useTranscripts.ts';
import { texts } from './texts.ts';

const ROW_HEIGHT = 36;

/** What opens a dialog. */
interface TranscriptDialog {
  readonly kind: 'rename' | 'attach';
  readonly transcript: TranscriptSummary;
}

interface MenuProps {
  readonly transcripts: readonly TranscriptSummary[];
  readonly manage: Manage;
  readonly onDialog: (dialog: TranscriptDialog) => void;
  readonly onShowMeeting: (key: string) => void;
}

/** The items that are about one transcript alone. */
function SingleItems({
  transcript,
  manage,
  onDialog,
  onShowMeeting,
}: Omit<MenuProps, 'transcripts'> & { readonly transcript: TranscriptSummary }) {
  const { occurrenceKey } = transcript;
  return (
    <>
      <MenuItem className="list-box-item" onAction={() => onDialog({ kind: 'rename', transcript })}>
        <Pencil aria-hidden size={14} />
        {manageTexts.rename}
        <kbd>{manageTexts.renameKey}</kbd>
      </MenuItem>
      {occurrenceKey !== null && (
        <MenuItem className="list-box-item" onAction={() => onShowMeeting(occurrenceKey)}>
          <CalendarDays aria-hidden size={14} />
          {manageTexts.showMeeting}
        </MenuItem>
      )}
      <MenuItem className="list-box-item" onAction={() => onDialog({ kind: 'attach', transcript })}>
        <Link2 aria-hidden size={14} />
        {occurrenceKey === null ? manageTexts.attach : manageTexts.attachOther}
      </MenuItem>
      {occurrenceKey !== null && (
        <MenuItem className="list-box-item" onAction={() => void manage.attachTranscript(transcript, null)}>
          <Link2Off aria-hidden size={14} />
          {manageTexts.detach}
        </MenuItem>
      )}
      <Separator className="menu-line" />
    </>
  );
}

/** The items of the menu of one or several transcripts. */
function transcriptMenu({ transcripts, manage, onDialog, onShowMeeting }: MenuProps) {
  const [transcript] = transcripts;
  return (
    <>
      {transcript !== undefined && transcripts.length === 1 && (
        <SingleItems
          transcript={transcript}
          manage={manage}
          onDialog={onDialog}
          onShowMeeting={onShowMeeting}
        />
      )}
      <MenuItem className="list-box-item" onAction={() => void manage.trashTranscripts(transcripts)}>
        <Trash2 aria-hidden size={14} />
        {manageTexts.trash}
        <kbd>{manageTexts.trashKey}</kbd>
      </MenuItem>
    </>
  );
}

/** The day of the recording, else that of its meeting. */
function dayOf({ date, occurrenceKey }: TranscriptSummary, format: TimeFormat): string | null {
  const start = date ?? (occurrenceKey === null ? null : originalStartOf(occurrenceKey));
  const at = start === null ? Number.NaN : Date.parse(start);
  if (Number.isNaN(at)) return start;
  return shortDay(at, start?.includes('T') === true ? format : { ...format, zone: 'UTC' });
}

/** The transcripts, with all that can be done with them. */
function TranscriptRows({
  transcripts,
  onOpen,
}: {
  readonly transcripts: readonly TranscriptSummary[];
  readonly onOpen: (path: string) => void;
}) {
  const store = useAppStore();
  const format = useTimeFormat();
  const manage = useManage();
  const hueOf = useNoteHue();
  const [dialog, setDialog] = useState<TranscriptDialog | null>(null);
  const meant = (ids: readonly string[]): TranscriptSummary[] =>
    transcripts.filter(({ path }) => ids.includes(path));
  const rows = transcripts.map((transcript) => ({
    id: transcript.path,
    title: transcript.title,
    day: dayOf(transcript, format),
    words: null,
    hue: hueOf({
      series: transcript.occurrenceKey === null ? null : seriesKeyOf(transcript.occurrenceKey),
    }),
  }));
  const showMeeting = (key: string): void => {
    store.getState().occurrenceSelected(key);
    store.getState().screenShown('agenda');
  };
  return (
    <>
      <NoteRows
        label={texts.captions}
        rowHeight={ROW_HEIGHT}
        sections={[{ id: 'transcripts', heading: null, rows }]}
        onOpen={onOpen}
        actions={{
          menu: (ids) =>
            transcriptMenu({
              transcripts: meant(ids),
              manage,
              onDialog: setDialog,
              onShowMeeting: showMeeting,
            }),
          onDelete: (ids) => void manage.trashTranscripts(meant(ids)),
          onRename: (id) => {
            const [transcript] = meant([id]);
            if (transcript !== undefined) setDialog({ kind: 'rename', transcript });
          },
        }}
      />
      {dialog?.kind === 'rename' && (
        <RenameDialog
          title={dialog.transcript.title}
          pathOf={null}
          onRename={(title) => void manage.renameTranscript(dialog.transcript, title)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'attach' && (
        <MeetingPicker
          title={dialog.transcript.title}
          isForNote={false}
          onChoose={(meeting) => void manage.attachTranscript(dialog.transcript, meeting)}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** The list of transcripts, and the import of captions. */
export function TranscriptList({ onOpen }: { readonly onOpen: (path: string) => void }) {
  const api = useApi();
  const store = useAppStore();
  const note = useApp((state) => state.openNote);
  const { value: transcripts } = useTranscripts();
  const importCaptions = async (): Promise<void> => {
    const outcome = await api.invoke('transcripts:import', note?.occurrenceKey ?? null);
    if (!outcome.ok) {
      store.getState().problemReported(outcome.problem);
      return;
    }
    if (outcome.value === null) return;
    for (const problem of outcome.value.problems) store.getState().problemReported(problem);
    onOpen(outcome.value.path);
  };
  return (
    <>
      <div className="action-filters">
        <Button onPress={() => void importCaptions()}>
          <Import aria-hidden size={14} />
          {texts.importCaptions}
        </Button>
        {note !== null && note.occurrenceKey !== null && (
          <p className="quiet">{texts.forOpenNote(note.title)}</p>
        )}
      </div>
      {transcripts !== null && transcripts.length === 0 && (
        <EmptyState icon={Captions} title={texts.noTranscripts}>
          <p>{texts.noTranscriptsHint}</p>
        </EmptyState>
      )}
      {transcripts !== null && transcripts.length > 0 && (
        <TranscriptRows transcripts={transcripts} onOpen={onOpen} />
      )}
    </>
  );
}
