import { CheckCheck } from 'lucide-react';
import type { Brief } from '#core/brief/brief.ts';
import type { NotedAction } from '#core/notes/note.ts';
import { plannedMinutes } from '#core/notes/agendaTiming.ts';
import { daysBetween } from '#core/notes/toDo.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import { useNow, useTimeFormat, useToday } from '../kit/AppContext.tsx';
import { Badge } from '../kit/widgets/Badge.tsx';
import { noteDay } from '../notes/noteWords.ts';
import { useOpenNote } from '../notes/useOpenNote.ts';
import { useTick } from '../notes/useTick.ts';
import { BriefPart } from './BriefPart.tsx';
import { texts } from './texts.ts';

interface SourceProps {
  readonly words: string;
  readonly path: string;
  readonly line: number;
  /** Where the line comes from, at the end of the row. */
  readonly source: string;
  readonly children: React.ReactNode;
}

/** The words of a row, which open their note at their line. */
function Source({ words, path, line, source, children }: SourceProps) {
  const { open } = useOpenNote();
  return (
    <button
      type="button"
      className="brief-open"
      aria-label={texts.openAt(words)}
      onClick={() => open(path, { kind: 'line', line })}
    >
      <span className="brief-words" dir="auto">
        {children}
      </span>
      <span className="brief-source" aria-hidden>
        <span>{source}</span>
        <span>{texts.openNote}</span>
      </span>
    </button>
  );
}

const dayOf = ({ start }: Pick<NotedAction, 'start'>, format: Parameters<typeof noteDay>[1]): string =>
  start === null ? '' : noteDay({ start, modified: 0 }, format);

function Due({ due }: { readonly due: string }) {
  const today = useToday();
  const days = daysBetween(today, due);
  if (days > 0) return null;
  return (
    <>
      {' '}
      <Badge tone={days < 0 ? 'danger' : 'neutral'}>
        {days < 0 ? texts.daysLate(-days) : texts.dueToday}
      </Badge>
    </>
  );
}

interface ItemsProps {
  readonly title: string;
  readonly note: string;
  readonly items: readonly NotedAction[];
}

/** Open action items, with their checkboxes. */
export function BriefItems({ title, note, items }: ItemsProps) {
  const format = useTimeFormat();
  const tick = useTick();
  return (
    <BriefPart title={title} note={note}>
      <ul className="brief-lines">
        {items.map((item) => (
          <li key={`${item.path} ${item.line} ${item.text}`} className="brief-line">
            <input
              type="checkbox"
              className="check"
              aria-label={item.words}
              checked={item.isDone}
              onChange={(event) => void tick(item, event.target.checked, event.target)}
            />
            <Source words={item.words} path={item.path} line={item.line} source={dayOf(item, format)}>
              {item.owner !== null && title === texts.waiting && !item.words.includes(`@${item.owner}`) && (
                <strong>{item.owner} </strong>
              )}
              {item.words}
              {item.due !== null && <Due due={item.due} />}
            </Source>
          </li>
        ))}
      </ul>
    </BriefPart>
  );
}

/** The decisions of the last note that has any. */
export function BriefDecisions({ decided }: Pick<Brief, 'decided'>) {
  const format = useTimeFormat();
  const [first] = decided;
  const start = first?.start ?? null;
  const days = useNow((now) =>
    start === null ? 0 : daysBetween(dateOf(Date.parse(start), format.zone), dateOf(now, format.zone)),
  );
  if (first === undefined) return null;
  return (
    <BriefPart title={texts.decided} note={texts.ago(dayOf(first, format), days)}>
      <ul className="brief-lines">
        {decided.map(({ path, line, text }) => (
          <li key={line} className="brief-line">
            <CheckCheck aria-hidden size={16} />
            <Source words={text} path={path} line={line} source={texts.line(line)}>
              {text}
            </Source>
          </li>
        ))}
      </ul>
    </BriefPart>
  );
}

/** The draft of the agenda in the meeting's own note. */
export function BriefAgenda({ agenda: { path, items } }: { readonly agenda: NonNullable<Brief['agenda']> }) {
  return (
    <BriefPart title={texts.draft} note={texts.draftNote(items.length, plannedMinutes(items))}>
      <ol className="brief-lines">
        {items.map(({ line, text, holder, minutes }, index) => (
          <li key={line} className="brief-line">
            <span className="brief-number">{index + 1}</span>
            <Source
              words={text}
              path={path}
              line={line}
              source={minutes === null ? '' : texts.minutes(minutes)}
            >
              {text} {holder !== null && <span className="quiet">@{holder}</span>}
            </Source>
          </li>
        ))}
      </ol>
    </BriefPart>
  );
}
