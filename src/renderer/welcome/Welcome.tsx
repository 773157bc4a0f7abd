import { CheckCircle2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { hueOf } from '#core/format/hue.ts';
import { shareFollowed } from '../communities/follow.ts';
import { useFollow } from '../communities/useFollow.ts';
import { focusFirstRow } from '../agenda/focusRow.ts';
import { openWords } from '../agenda/openMeetings.ts';
import { useAskedMeetings, WeekQuestions } from '../agenda/WeekQuestions.tsx';
import { AddFeed } from '../feeds/AddFeed.tsx';
import { useApp } from '../kit/AppContext.tsx';
import { withFirstLead } from '#core/reminders/reminderRules.ts';
import { leadChoices, leadWords } from '../reminders/leads.ts';
import { useSettings } from '../kit/useSettings.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { StartWithComputer, useStartOffer } from './StartWithComputer.tsx';
import { texts } from './texts.ts';
import './welcome.css';

/** The catalogue of the first step; the others are listed under Communities. */
const FIRST_FEED = 'kubernetes';

function PickCommunities() {
  const communities = useApp((state) => state.communities);
  const { feed, followGroups } = useFollow(FIRST_FEED);
  const groups = (communities ?? []).filter(
    (one) => one.feedId === FIRST_FEED && one.meetings.some(({ isDated }) => isDated),
  );
  const shares = new Map(groups.map((one) => [one.id, feed && shareFollowed(feed.followed, one)]));
  const isNoneFollowed = [...shares.values()].every((share) => share === 'none');
  return (
    <>
      <p>
        {texts.pickCommunities}{' '}
        {feed !== null && !isNoneFollowed && (
          <button type="button" className="text-button" onClick={() => followGroups(groups, false)}>
            {texts.followNone}
          </button>
        )}
      </p>
      <ul className="welcome-list">
        {groups.map((one) => (
          <li key={one.id}>
            <Switch
              isSelected={shares.get(one.id) !== null && shares.get(one.id) !== 'none'}
              isDisabled={feed === null}
              onChange={(isOn) => followGroups([one], isOn)}
            >
              <span className={`dot c-${hueOf(one.id)}`} aria-hidden />
              <span className="welcome-name">{one.name}</span>
              <span className="quiet welcome-rhythm">
                {one.meetings.length === 1
                  ? one.meetings[0]?.rhythm
                  : texts.meetingCount(one.meetings.length)}
              </span>
            </Switch>
          </li>
        ))}
      </ul>
    </>
  );
}

function PasteCalendar() {
  const [added, setAdded] = useState<readonly string[]>([]);
  return (
    <>
      <p>
        {texts.pasteCalendar[0]}
        <code>{texts.pasteCalendar[1]}</code>
        {texts.pasteCalendar[2]}
      </p>
      <AddFeed onAdded={(name) => setAdded((names) => [...names, name])} />
      {added.map((name) => (
        <p key={name} className="welcome-added">
          <CheckCircle2 aria-hidden size={16} />
          {name}
        </p>
      ))}
    </>
  );
}

/** Asks for the unknown weeks of the meetings that were just followed. */
function AnswerWeeks() {
  const meetings = useAskedMeetings();
  const count = meetings.filter(({ isOpen }) => isOpen).length;
  if (meetings.length === 0) return null;
  return (
    <section className="welcome-weeks" aria-label={texts.whichWeek}>
      <p>{count === 0 ? texts.allDatesKnown : texts.openDates(openWords(count))}</p>
      <WeekQuestions meetings={meetings} />
    </section>
  );
}

function ChooseReminder() {
  const { settings, change } = useSettings();
  const first = settings.reminders.leads[0]?.minutes ?? 0;
  return (
    <>
      <AnswerWeeks />
      <p>{texts.whenToRemind}</p>
      <Choice
        label={texts.remindMe}
        value={first}
        options={leadChoices(first).map((minutes) => ({
          id: minutes,
          label: leadWords(minutes),
        }))}
        onChange={(minutes) => change({ reminders: withFirstLead(settings.reminders, minutes) })}
      />
      <p className="quiet">{texts.trayHint}</p>
    </>
  );
}

const STEPS = [
  { title: texts.title, Content: PickCommunities },
  { title: texts.ownCalendar, Content: PasteCalendar },
  { title: texts.datesAndReminders, Content: ChooseReminder },
] as const;

/** When the welcome closes, focuses the agenda: no earlier focus exists to return to. */
function FocusAfterwards() {
  useEffect(
    () => () => {
      // The dialog tries to return its focus in the frame after it closed.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body && !focusFirstRow())
            document.querySelector<HTMLElement>('nav [aria-current="page"]')?.focus();
        }),
      );
    },
    [],
  );
  return null;
}

/** Shown until finished or skipped. Everything in it can be done later, too. */
export function Welcome() {
  const { change } = useSettings();
  const isDue = useApp((state) => state.settings?.isWelcomeDone === false);
  const [step, setStep] = useState(0);
  const offer = useStartOffer();
  const finish = (): void => change({ isWelcomeDone: true });
  const { title, Content } = STEPS[step] ?? STEPS[0];
  const isLast = step === STEPS.length - 1;
  const finishAll = (): void => {
    offer.apply();
    finish();
  };
  return (
    <Dialog title={title} isOpen={isDue} onClose={finish}>
      <FocusAfterwards />
      <div className="welcome">
        <div className="welcome-step">
          <Content />
          {isLast && <StartWithComputer offer={offer} />}
        </div>
        <footer className="welcome-foot">
          <p className="quiet">{texts.step(step + 1, STEPS.length)}</p>
          {!isLast && (
            <Button look="quiet" onPress={finish}>
              {texts.skip}
            </Button>
          )}
          {step > 0 && <Button onPress={() => setStep(step - 1)}>{texts.back}</Button>}
          <Button look="primary" onPress={isLast ? finishAll : () => setStep(step + 1)}>
            {isLast ? texts.finish : texts.continue}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
