import { Captions, Import } from 'lucide-react';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { NoteRows } from './NoteRows.tsx';
import { useTranscripts } from './useTranscripts.ts';
import { texts } from './texts.ts';

/** The list of transcripts, and the import of captions. */
export function TranscriptList({ onOpen }: { readonly onOpen: (path: string) => void }) {
  const api = useApi();
  const store = useAppStore();
  const note = useApp((state) => state.openNote);
  const openPath = useApp((state) => state.openTranscript);
  const { value: transcripts, askAgain } = useTranscripts();
  const importCaptions = async (): Promise<void> => {
    const outcome = await api.invoke('transcripts:import', note?.occurrenceKey ?? null);
    if (!outcome.ok) {
      store.getState().problemReported(outcome.problem);
      return;
    }
    if (outcome.value === null) return;
    for (const problem of outcome.value.problems) store.getState().problemReported(problem);
    await askAgain();
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
        <NoteRows
          label={texts.captions}
          rowHeight={36}
          rows={transcripts.map(({ path, title, date }) => ({
            id: path,
            title,
            day: date,
            words: null,
            isOpen: path === openPath,
          }))}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
