import { doubtText } from '#core/agenda/doubtText.ts';
import { startOf } from '#core/agenda/agenda.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import type { FeedPreview as Preview } from '#core/feeds/feedPreview.ts';
import type { FollowOptions } from '#core/feeds/followOptions.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { texts } from './texts.ts';

/** From this many meetings, offer to choose groups instead of following all. */
const MANY = 12;

/** Offers the calendar that a page links to, which is more exact than its prose. */
function CalendarOffer({
  calendar,
  onPreview,
}: {
  readonly calendar: string;
  readonly onPreview: (address: string) => void;
}) {
  return (
    <div className="preview-offer">
      <p>{texts.pointsToCalendar}</p>
      <Button size="small" onPress={() => onPreview(calendar)}>
        {texts.followCalendar}
      </Button>
    </div>
  );
}

/** The meetings found in a page or text. */
function Understood({ preview: { meetings, seriesCount } }: { readonly preview: Preview }) {
  const more = seriesCount - meetings.filter(({ isDated }) => isDated).length;
  return (
    <ul className="preview-meetings" aria-label={texts.meetings}>
      {meetings.map(({ title, rhythm, isDated }) => (
        <li key={`${title} ${rhythm}`}>
          {title} <span className="quiet">{isDated ? rhythm : texts.undated}</span>
        </li>
      ))}
      {more > 0 && <li className="quiet">{texts.more(more)}</li>}
    </ul>
  );
}

function Next({ next }: Pick<Preview, 'next'>) {
  const format = useTimeFormat();
  if (next.length === 0) return <p className="quiet">{texts.nothingNext}</p>;
  return (
    <ol className="preview-next" aria-label={texts.nextDates}>
      {next.map((one) => (
        <li key={one.key}>
          <span className="preview-when">
            {shortDay(startOf(one, format.zone), format)}
            {one.time.kind === 'timed' && ` ${clockTime(one.time.start, format)}`}
          </span>
          <span>
            {one.title}
            {one.isWeekUnknown && <span className="quiet">{texts.maybe}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Questions({ questions }: Pick<Preview, 'questions'>) {
  return (
    <section className="preview-questions" aria-label={texts.unclear}>
      <h3 className="eyebrow">{texts.unclearHeading}</h3>
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
  /** True if the text of an existing feed is edited. */
  readonly isChange: boolean;
  readonly isAdding: boolean;
  readonly onPreview: (address: string) => void;
  readonly onFollow: (followed: FollowOptions['followed']) => void;
  readonly onCancel: () => void;
}

/** Preview of what was pasted: meetings, next dates, doubts. */
export function FeedPreview({
  preview,
  isChange,
  isAdding,
  onPreview,
  onFollow,
  onCancel,
}: FeedPreviewProps) {
  const { format, name, seriesCount, groupCount, meetings, questions, calendar, problems } = preview;
  const isLarge = groupCount > 1 && seriesCount > MANY && !isChange;
  const what = [texts.formats[format], texts.meetingCount(seriesCount)];
  return (
    <section className="preview" aria-label={texts.previewOf(name)}>
      <h2 className="preview-name">{name}</h2>
      <p className="quiet">
        {what.join(' · ')}
        {groupCount > 1 && texts.inGroups(groupCount)}
      </p>
      {calendar !== null && <CalendarOffer calendar={calendar} onPreview={onPreview} />}
      {meetings.length > 0 && <Understood preview={preview} />}
      <Next next={preview.next} />
      {questions.length > 0 && <Questions questions={questions} />}
      {problems.map((problem) => (
        <ProblemBox key={`${problem.code} ${problem.title}`} problem={problem} />
      ))}
      <div className="preview-actions">
        {isLarge && (
          <Button look="primary" isDisabled={isAdding} onPress={() => onFollow('none')}>
            {texts.addAndChoose}
          </Button>
        )}
        <Button look={isLarge ? 'plain' : 'primary'} isDisabled={isAdding} onPress={() => onFollow('all')}>
          {isChange ? texts.saveChange : isLarge ? texts.followAll(seriesCount) : texts.follow}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </section>
  );
}
