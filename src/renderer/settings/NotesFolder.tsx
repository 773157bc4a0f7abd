import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FolderCopy, FolderMove } from '#core/notes/folderMove.ts';
import type { Problem } from '#base';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import { useNoteModel } from '../notes/NoteModelContext.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { copyWords, leftWords } from './folderWords.ts';
import { SettingRow } from './SettingsGroup.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { texts } from './texts.ts';

/** The notes folder, and the choice of another one. Notes of the previous folder stay there, and can be copied. */
export function NotesFolder() {
  const [api, noteModel, store] = [useApi(), useNoteModel(), useAppStore()];
  const { settings } = useSettings();
  const atFirst = useApp((state) => state.info?.notesFolder ?? '');
  const [move, setMove] = useState<FolderMove | null>(null);
  const [copy, setCopy] = useState<FolderCopy | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const chooser = useRef<HTMLButtonElement>(null);

  const choose = async (): Promise<void> => {
    await noteModel.flush();
    const outcome = await api.invoke('notes:chooseFolder');
    setProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok || outcome.value === null) return;
    // They belong to the previous folder.
    store.getState().noteClosed();
    store.getState().transcriptShown(null);
    setMove(outcome.value);
    setCopy(null);
  };
  const copyLeft = async (): Promise<void> => {
    const outcome = await api.invoke('notes:copyLeft');
    setProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok) return;
    setCopy(outcome.value);
    // The pressed button disappears.
    chooser.current?.focus();
  };
  return (
    <>
      <SettingRow label={texts.notesFolder} hint={settings.notesFolder ?? atFirst}>
        <div className="setting-buttons">
          <Button ref={chooser} onPress={() => void choose()}>
            {texts.chooseFolder}
          </Button>
          <Button onPress={() => api.invokeAndReport('notes:showFolder')}>
            <FolderOpen aria-hidden size={16} />
            {texts.open}
          </Button>
        </div>
      </SettingRow>
      <div aria-live="polite" className="notes-folder-news">
        {problem !== null && <ProblemBox problem={problem} onDismiss={() => setProblem(null)} />}
        {move !== null && copy === null && (
          <>
            <p>{leftWords(move)}</p>
            {move.canCopy && (
              <Button size="small" onPress={() => void copyLeft()}>
                {texts.copyToNewFolder}
              </Button>
            )}
          </>
        )}
        {copy !== null && <p>{copyWords(copy)}</p>}
      </div>
    </>
  );
}
