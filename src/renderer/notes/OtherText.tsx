import { useEffect, useState } from 'react';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { linesBeside } from './linesBeside.ts';
import { texts } from './texts.ts';
import { useDraft } from './useDraft.ts';

/** How often it is compared while one types (ms). */
const PACE_MS = 400;

export interface OtherTextProps {
  /** Path of the file that another program changed. */
  readonly path: string;
  /** Path of the copy that the user edits. */
  readonly ownPath: string;
}

/** The other version of a note that was changed here and by another program, next to the user's own. */
export function OtherText({ path, ownPath }: OtherTextProps) {
  const own = useDraft(PACE_MS);
  const [api, noteModel] = [useApi(), useNoteModel()];
  const settle = useApp((state) => state.conflictSettled);
  const [other, setOther] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    const read = async (): Promise<void> => {
      const outcome = await api.invoke('notes:read', path);
      if (isShown && outcome.ok) setOther(outcome.value.body);
    };
    void read();
    return () => {
      isShown = false;
    };
  }, [api, path]);
  return (
    <section className="note-preview note-other" aria-label={texts.otherText}>
      <div role="alert">
        <h3 className="note-other-title">{texts.otherTextTitle}</h3>
        <p className="quiet">{texts.otherTextHint(ownPath, path)}</p>
      </div>
      <div className="note-other-tools">
        <Button size="small" onPress={() => void noteModel.open(path)}>
          {texts.openOther}
        </Button>
        <Button size="small" look="quiet" onPress={settle}>
          {texts.hideOther}
        </Button>
      </div>
      {other !== null && (
        <pre className="note-other-text">
          {linesBeside(other, own).map(({ line, text, isOwn }) =>
            isOwn ? <span key={line}>{text}</span> : <mark key={line}>{text}</mark>,
          )}
        </pre>
      )}
    </section>
  );
}
