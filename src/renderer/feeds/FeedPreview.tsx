import { doubtText } from '#core/agenda/doubtText.ts';
import { startOf } from '#core/agenda/agenda.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import type { FeedPreview as Preview } from '#core/feeds/feedPreview.ts';
import type { FollowOptions } from '#core/feeds/followOptions.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';

const FORMAT_WORDS = {
  catalogue: 'Community file',
  ics: 'Calendar',
  sigs: 'Community groups (sigs.yaml)',
  markdown: 'Community page',
} as const;

/** Nobody follows all groups of a file with more meetings than that. */
const MANY = 12;

const countOf = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** A page's own calendar knows more than its prose. */
function CalendarOffer({
  calendar,
  onLook,
}: {
  readonly calendar: string;
  readonly onLook: (address: string) => void;
}) {
  return (
    <div className="preview-offer">
      <p>It points to a calendar, which knows dates, moves and cancellations better than words.</p>
      <Button size="small" onPress={() => onLook(calendar)}>
        Follow that instead
      </Button>
    </div>
  );
}

/** What was understood of a page or text, before dates. */
function Understood({ preview: { meetings, seriesCount } }: { readonly preview: Preview }) {
  const more = seriesCount - meetings.filter(({ isDated }) => isDated).length;
  return (
    <ul className="preview-meetings" aria-label="Meetings">
      {meetings.map(({ title, rhythm, isDated }) => (
        <li key={`${title} ${rhythm}`}>
          {title} <span className="quiet">{isDated ? rhythm : 'cannot be dated'}</span>
        </li>
      ))}
      {more > 0 && <li className="quiet">and {more} more</li>}
    </ul>
  );
}

function Next({ next }: Pick<Preview, 'next'>) {
  const format = useTimeFormat();
  if (next.length === 0) return <p className="quiet">Nothing in it is coming up.</p>;
  return (
    <ol className="preview-next" aria-label="Next dates">
      {next.map((one) => (
        <li key={one.key}>
          <span className="preview-when">
            {shortDay(startOf(one, format.zone), format)}
            {one.time.kind === 'timed' && ` ${clockTime(one.time.start, format)}`}
          </span>
          <span>
            {one.title}
            {one.isWeekUnknown && <span className="quiet"> – maybe: which week?</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Questions({ questions }: Pick<Preview, 'questions'>) {
  return (
    <section className="preview-questions" aria-label="What is not clear">
      <h3 className="eyebrow">Not clear from its words</h3>
      <ul>
        {questions.map((one) => (
          <li key={`${one.title} ${one.questions.map(doubtText).join(' ')}`}>
            <strong>{one.title}</strong> {one.questions.map(doubtText).join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface FeedPreviewProps {
  readonly preview: Preview;
  /** The text of a feed is changed, and no feed is added. */
  readonly isChange: boolean;
  readonly isAdding: boolean;
  readonly onLook: (address: string) => void;
  readonly onFollow: (followed: FollowOptions['followed']) => void;
  readonly onCancel: () => void;
}

/** What was pasted, as the app understands it: meetings, next dates, doubts. */
export function FeedPreview({ preview, isChange, isAdding, onLook, onFollow, onCancel }: FeedPreviewProps) {
  const { format, name, seriesCount, groupCount, meetings, questions, calendar, problems } = preview;
  const isLarge = groupCount > 1 && seriesCount > MANY && !isChange;
  const what = [FORMAT_WORDS[format], countOf(seriesCount, 'meeting')];
  return (
    <section className="preview" aria-label={`Preview of ${name}`}>
      <h2 className="preview-name">{name}</h2>
      <p className="quiet">
        {what.join(' · ')}
        {groupCount > 1 && ` in ${groupCount} groups`}
      </p>
      {calendar !== null && <CalendarOffer calendar={calendar} onLook={onLook} />}
      {meetings.length > 0 && <Understood preview={preview} />}
      <Next next={preview.next} />
      {questions.length > 0 && <Questions questions={questions} />}
      {problems.map((problem) => (
        <ProblemBox key={`${problem.code} ${problem.title}`} problem={problem} />
      ))}
      <div className="preview-actions">
        {isLarge && (
          <Button look="primary" isDisabled={isAdding} onPress={() => onFollow('none')}>
            Add, and choose groups
          </Button>
        )}
        <Button look={isLarge ? 'plain' : 'primary'} isDisabled={isAdding} onPress={() => onFollow('all')}>
          {isChange ? 'Save the change' : isLarge ? `Follow all ${seriesCount}` : 'Follow'}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
