import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { doubtTextIn } from '#core/agenda/doubtText.ts';
import { startOf } from '#core/agenda/agenda.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { FeedLogin } from '#core/feeds/followOptions.ts';
import type { EntryOutcome } from '#core/feeds/starterPack.ts';
import { success } from '#base';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { useSubmission } from '../kit/useSubmission.ts';
import { Badge } from '../kit/widgets/Badge.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { isList, PreviewChoices } from './PreviewChoices.tsx';
import { LoginForm } from '../network/LoginForm.tsx';
import { ToNetworkSettings } from '../kit/widgets/ToNetworkSettings.tsx';
import { wantsLogin } from './wantsLogin.ts';
import type { Pasting } from './usePasting.ts';
import { texts } from './texts.ts';

/** Id of the words that say why a text was refused. */
export const REFUSAL_ID = 'refusal';

/** The meetings found in a page or text. */
function Understood({ preview: { meetings, seriesCount } }: { readonly preview: FeedPreview }) {
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

function Next({ next }: Pick<FeedPreview, 'next'>) {
  const format = useTimeFormat();
  if (next.length === 0) return <p className="preview-none">{texts.nothingNext}</p>;
  return (
    <ol className="preview-next" aria-label={texts.nextDates}>
      {next.map((one) => (
        <li key={one.key}>
          <span className="preview-when">
            {shortDay(startOf(one, format.zone), format)}
            {one.time.kind === 'timed' && ` ${clockTime(one.time.start, format)}`}
          </span>
          <span className="preview-title">
            {one.title}
            {one.isWeekUnknown && <Badge tone="warn">{texts.maybe}</Badge>}
            {one.rhythm !== null && <span className="preview-rhythm"> {one.rhythm}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Questions({ questions }: Pick<FeedPreview, 'questions'>) {
  const textOf = doubtTextIn(useTimeFormat().locale);
  return (
    <section className="preview-questions" aria-label={texts.unclear}>
      <h4 className="eyebrow">{texts.unclearHeading}</h4>
      <ul>
        {questions.map((one) => (
          <li key={`${one.title} ${one.questions.map(textOf).join(' ')}`}>
            <strong>{one.title}</strong> {one.questions.map(textOf).join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FoundProps {
  readonly preview: FeedPreview;
  readonly failed: readonly EntryOutcome[];
  readonly pasting: Pasting;
  readonly isChosen: boolean;
}

/** What was understood: name, kind, next dates, and what is not clear. */
function Found({ preview, failed, pasting, isChosen }: FoundProps) {
  const { format, name, seriesCount, groupCount, meetings, questions, calendar, kept, problems } = preview;
  const { choices } = preview;
  const isOfMany = isList(preview);
  const what = isOfMany
    ? texts.listOf(choices.length)
    : [texts.formats[format], texts.meetingCount(seriesCount)].join(' · ');
  return (
    <section className="preview" aria-label={texts.previewOf(name)}>
      <header className="preview-head">
        <h3 className="preview-name">{name}</h3>
        <span className="preview-kind">
          {what}
          {groupCount > 1 && !isOfMany && texts.inGroups(groupCount)}
        </span>
        {isChosen && !isOfMany && (
          <span className="preview-chosen">
            <Check aria-hidden size={14} />
            {texts.willBeFollowed}
          </span>
        )}
      </header>
      {calendar !== null && (
        <div className="preview-offer">
          <p>{texts.pointsToCalendar}</p>
          <Button size="small" onPress={() => pasting.setText(calendar)}>
            {texts.followCalendar}
          </Button>
        </div>
      )}
      {kept !== null && (
        <p className={kept.found === kept.coming ? 'quiet' : 'preview-other'}>
          {kept.found === kept.coming ? texts.keepsAll : texts.keepsSome(kept.found, kept.coming)}
        </p>
      )}
      {meetings.length > 0 && <Understood preview={preview} />}
      {isOfMany ? (
        <PreviewChoices choices={choices} chosen={pasting.chosen} onChoose={pasting.choose} failed={failed} />
      ) : (
        <Next next={preview.next} />
      )}
      {!isOfMany && choices.length > 0 && (
        <p className="preview-none">{texts.includes(choices.map(({ entry }) => entry.name).join(', '))}</p>
      )}
      {questions.length > 0 && <Questions questions={questions} />}
      {problems.map((problem) => (
        <ProblemBox key={`${problem.code} ${problem.title}`} problem={problem} />
      ))}
    </section>
  );
}

export interface PreviewCardProps {
  readonly pasting: Pasting;
  /** What was found counts as chosen, and says so. */
  readonly isChosen?: boolean;
  /** Another way to log in where the server wants it. */
  readonly otherLogin?: ReactNode;
}

/** The live preview of a field: found, refused, or still being checked. One sentence is announced, not the whole. */
export function PreviewCard({ pasting, isChosen = false, otherLogin }: PreviewCardProps) {
  const { stage } = pasting;
  /** The login form stays while its answer is checked: it keeps what was typed, and the focus. */
  const { isBusy, run } = useSubmission();
  const isRefused = stage.kind === 'refused';
  const asksLogin = isRefused ? wantsLogin(stage.problem) : isBusy;
  const logIn = (login: FeedLogin) =>
    run(async () => {
      await pasting.logIn(login);
      return success(null);
    });
  return (
    <div className="preview-place">
      <p className="visually-hidden" aria-live="polite">
        {stage.kind === 'found' &&
          texts.foundSpoken(
            stage.preview.name,
            isList(stage.preview)
              ? texts.listOf(stage.preview.choices.length)
              : texts.meetingCount(stage.preview.seriesCount),
          )}
      </p>
      {stage.kind === 'looking' && <p className="preview-none">{texts.looking}</p>}
      <div id={REFUSAL_ID} aria-live="polite">
        {stage.kind === 'refused' && (
          <ProblemBox problem={stage.problem}>
            <ToNetworkSettings problem={stage.problem} />
          </ProblemBox>
        )}
      </div>
      {asksLogin && (
        <LoginForm
          label={texts.loginForAddress}
          isBusy={isBusy}
          other={otherLogin}
          onSubmit={(login) => void logIn(login)}
        />
      )}
      {isRefused && !asksLogin && otherLogin}
      {stage.kind === 'found' && (
        <Found preview={stage.preview} failed={stage.failed} pasting={pasting} isChosen={isChosen} />
      )}
    </div>
  );
}
