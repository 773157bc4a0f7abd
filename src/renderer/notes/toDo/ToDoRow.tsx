import { dateOf } from '#core/agenda/agenda.ts';
import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import { hueOf } from '#core/format/hue.ts';
import { daysBetween, isOwnItem, type ToDoItem } from '#core/notes/toDo.ts';
import type { Instant } from '#base';
import { useApp, useNow, useTimeFormat, useToday } from '../../kit/AppContext.tsx';
import { Badge, type BadgeProps } from '../../kit/widgets/Badge.tsx';
import { dueWords } from '../dueWords.ts';
import { noteDay } from '../noteWords.ts';
import { useOpenNote } from '../useOpenNote.ts';
import { useTick } from '../useTick.ts';
import { texts } from './texts.ts';

interface When {
  readonly words: string;
  readonly tone: NonNullable<BadgeProps['tone']>;
}

/** When the item is due, when it can be brought up, or for how long somebody else has had it; null for nothing. */
function whenOf({ action, bringAt, part }: ToDoItem, now: Instant, format: TimeFormat): When | null {
  if (action.isDone) return null;
  const due = action.due === null ? null : dueWords(action.due, false, dateOf(now, format.zone), format);
  if (due?.isLate) return { words: due.words, tone: 'danger' };
  // Not once it has begun.
  if (part === 'today' && bringAt !== null && bringAt > now)
    return { words: texts.bring(clockTime(bringAt, format)), tone: 'accent' };
  if (due !== null) return { words: due.words, tone: 'neutral' };
  if (part !== 'waiting' || action.start === null) return null;
  const since = action.start.includes('T') ? dateOf(Date.parse(action.start), format.zone) : action.start;
  const days = daysBetween(since, dateOf(now, format.zone));
  return { words: texts.since(days), tone: 'neutral' };
}

/** Where the item is written: the title of its note and the day of its meeting. */
function useFrom({ title, start }: ToDoItem['action']): string {
  const format = useTimeFormat();
  const today = useToday();
  if (start === null) return title;
  const day = start.includes('T') ? dateOf(Date.parse(start), format.zone) : start;
  return texts.from(
    title,
    daysBetween(day, today) === 0 ? texts.today : noteDay({ start, modified: 0 }, format),
  );
}

export interface ToDoRowProps {
  readonly item: ToDoItem;
  /** Called when it was ticked. */
  readonly onTicked: () => void;
}

/** An action item: its checkbox, its words, when it is due, and its note, which the words open. */
export function ToDoRow({ item, onTicked }: ToDoRowProps) {
  const { action } = item;
  const { words, owner, path, line, isDone, series } = action;
  const format = useTimeFormat();
  const { open } = useOpenNote();
  const tick = useTick();
  const from = useFrom(action);
  const whenWords = useNow((now) => whenOf(item, now, format)?.words ?? '');
  const tone = useNow((now) => whenOf(item, now, format)?.tone ?? 'neutral');
  const feedId = series?.split('|')[0] ?? null;
  const chosen = useApp((state) =>
    feedId === null ? null : (state.settings?.calendars[feedId]?.hue ?? null),
  );
  const hue = feedId === null ? 'slate' : (chosen ?? hueOf(feedId));
  const ownName = useApp((state) => state.settings?.nameInNotes ?? '');
  const isNamed = !isOwnItem(action, ownName) && !words.includes(`@${owner}`);
  return (
    <li className="to-do-row" data-done={isDone || undefined}>
      <input
        type="checkbox"
        className="check"
        aria-label={texts.tick(isNamed ? `@${owner} ${words}` : words, whenWords)}
        checked={isDone}
        onChange={(event) => {
          if (event.target.checked) onTicked();
          void tick(action, event.target.checked, event.target);
        }}
      />
      <button
        type="button"
        className="to-do-open"
        aria-label={texts.openAt(words, from)}
        onClick={() => open(path, { kind: 'line', line })}
      >
        <span className="to-do-words">
          <span className="clamped clamped-6" dir="auto">
            {isNamed && <span className="to-do-owner">@{owner}</span>}
            {words}
          </span>
        </span>
        <span className="to-do-when">{whenWords !== '' && <Badge tone={tone}>{whenWords}</Badge>}</span>
        <span className="to-do-from">
          <span className={`to-do-dot c-${hue}`} aria-hidden />
          <span>{from}</span>
        </span>
      </button>
    </li>
  );
}
