import type { NotedAction } from '#core/notes/note.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { noteDay } from './noteWords.ts';
import { useOpenNote } from './useOpenNote.ts';
import { useTick } from './useTick.ts';

export interface ActionRowProps {
  readonly action: NotedAction;
}

/** An action item of a note, with its checkbox; its title opens the note. */
export function ActionRow({ action }: ActionRowProps) {
  const tick = useTick();
  const format = useTimeFormat();
  const { open } = useOpenNote();
  const { path, line, words, owner, due } = action;
  return (
    <li className="action" data-done={action.isDone || undefined}>
      <input
        type="checkbox"
        className="check"
        aria-label={words}
        checked={action.isDone}
        onChange={(event) => void tick(action, event.target.checked, event.target)}
      />
      <div className="action-words">
        <span className="action-text">
          {owner !== null && !words.includes(`@${owner}`) && `@${owner} `}
          {words}
          {due !== null && (
            <>
              {' '}
              <time className="action-due" dateTime={due}>
                {due}
              </time>
            </>
          )}
        </span>
        <Button look="quiet" size="small" onPress={() => open(path, { kind: 'line', line })}>
          {action.title}
          {action.start !== null && ` · ${noteDay({ start: action.start, modified: 0 }, format)}`}
        </Button>
      </div>
    </li>
  );
}
