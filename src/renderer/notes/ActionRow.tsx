import type { NotedAction } from '#core/notes/note.ts';
import { useApi, useAppStore, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { focusNextBox } from './focusNextBox.ts';
import { noteDay } from './noteWords.ts';
import { useOpenNote } from './useOpenNote.ts';
import { texts } from './texts.ts';

/** The text of an action item, with its date highlighted. */
function WithDue({ text, due }: Pick<NotedAction, 'text' | 'due'>) {
  const at = due === null ? -1 : text.indexOf(due);
  if (due === null || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <time className="action-due">{due}</time>
      {text.slice(at + due.length)}
    </>
  );
}

export interface ActionRowProps {
  readonly action: NotedAction;
  /** Called when it was ticked. */
  readonly onTicked?: () => void;
}

/** An action item of a note, with its checkbox; its title opens the note. */
export function ActionRow({ action, onTicked }: ActionRowProps) {
  const [api, noteModel, store] = [useApi(), useNoteModel(), useAppStore()];
  const format = useTimeFormat();
  const { open } = useOpenNote();
  const { path, line, text } = action;
  // Save first: else the tick and the unsaved text would be two versions of one file.
  const tick = async (isDone: boolean, box: HTMLElement): Promise<void> => {
    if (isDone) onTicked?.();
    await noteModel.flush();
    const send = (isTicked: boolean) => api.invoke('notes:tick', { path, line, text }, isTicked);
    const { problemReported, undoOffered } = store.getState();
    const answer = await send(isDone);
    if (!answer.ok) return problemReported(answer.problem);
    if (isDone) focusNextBox(box);
    undoOffered({ ...(isDone ? texts.ticked(text) : texts.cleared(text)), takeBack: () => send(!isDone) });
  };
  return (
    <li className="action" data-done={action.isDone || undefined}>
      <input
        type="checkbox"
        className="check"
        aria-label={text}
        checked={action.isDone}
        onChange={(event) => void tick(event.target.checked, event.target)}
      />
      <div className="action-words">
        <span className="action-text">
          <WithDue text={text} due={action.due} />
        </span>
        <Button look="quiet" size="small" onPress={() => open(path)}>
          {action.title}
          {action.start !== null && ` · ${noteDay({ start: action.start, modified: 0 }, format)}`}
        </Button>
      </div>
    </li>
  );
}
