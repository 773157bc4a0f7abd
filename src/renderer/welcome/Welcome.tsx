import { CheckCircle2 } from 'lucide-react';
import { useState } from 'react';
import { communityColor } from '../agenda/describe.ts';
import { isFollowed } from '../communities/follow.ts';
import { useFollow } from '../communities/useFollow.ts';
import { AddFeed } from '../feeds/AddFeed.tsx';
import { useApp } from '../frame/AppContext.tsx';
import { withFirstLead } from '../../shared/reminders/reminderRules.ts';
import { leadChoices, leadWords } from '../settings/choices.ts';
import { useSettings } from '../settings/useSettings.ts';
import { Button } from '../widgets/Button.tsx';
import { Choice } from '../widgets/Choice.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { Switch } from '../widgets/Switch.tsx';

function PickCommunities() {
  const communities = useApp((state) => state.communities);
  const { catalogue, follow } = useFollow();
  const all = (communities ?? []).flatMap((one) => one.meetings.map((meeting) => meeting.uid));
  const isNoneFollowed = catalogue !== null && !all.some((uid) => isFollowed(catalogue.followed, uid));
  return (
    <>
      <p>
        Which communities are you part of? Their public meetings are known already.{' '}
        {catalogue !== null && (
          <button type="button" className="text-button" onClick={() => follow(all, isNoneFollowed)}>
            {isNoneFollowed ? 'Follow all' : 'Follow none'}
          </button>
        )}
      </p>
      <ul className="welcome-list">
        {(communities ?? [])
          .filter((one) => one.meetings.length > 0)
          .map((one) => {
            const uids = one.meetings.map((meeting) => meeting.uid);
            return (
              <li key={one.id}>
                <Switch
                  isSelected={catalogue !== null && uids.some((uid) => isFollowed(catalogue.followed, uid))}
                  isDisabled={catalogue === null}
                  onChange={(isOn) => follow(uids, isOn)}
                >
                  <span className={`dot color-${communityColor(one.id)}`} aria-hidden />
                  <span className="welcome-name">{one.name}</span>
                  <span className="quiet welcome-rhythm">{one.meetings[0]?.rhythm}</span>
                </Switch>
              </li>
            );
          })}
      </ul>
    </>
  );
}

function PasteCalendar() {
  const [added, setAdded] = useState<readonly string[]>([]);
  return (
    <>
      <p>
        Is there a calendar of your own? Paste its address (it often ends in <code>.ics</code>) or choose a
        file. You can leave this out.
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

function ChooseReminder() {
  const { settings, change } = useSettings();
  const first = settings.reminders.leads[0]?.minutes ?? 0;
  return (
    <>
      <p>When should we tell you that a meeting is about to begin?</p>
      <Choice
        label="Remind me"
        value={first}
        options={leadChoices(first).map((minutes) => ({
          id: minutes,
          label: leadWords(minutes),
        }))}
        onChange={(minutes) => change({ reminders: withFirstLead(settings.reminders, minutes) })}
      />
      <p className="quiet">
        Closing the window keeps Office Hours in the tray, so that reminders still come.
      </p>
    </>
  );
}

const STEPS = [
  { title: 'Welcome to Office Hours', Content: PickCommunities },
  { title: 'Your own calendar', Content: PasteCalendar },
  { title: 'Reminders', Content: ChooseReminder },
] as const;

/** Shown until it was read or skipped. All it does can be done later, too. */
export function Welcome() {
  const { change } = useSettings();
  const isDue = useApp((state) => state.settings?.isWelcomeDone === false);
  const [step, setStep] = useState(0);
  const finish = (): void => change({ isWelcomeDone: true });
  const { title, Content } = STEPS[step] ?? STEPS[0];
  const isLast = step === STEPS.length - 1;
  return (
    <Dialog title={title} isOpen={isDue} onClose={finish}>
      <div className="welcome">
        <div className="welcome-step">
          <Content />
        </div>
        <footer className="welcome-foot">
          <p className="quiet">
            Step {step + 1} of {STEPS.length}
          </p>
          {!isLast && (
            <Button look="quiet" onPress={finish}>
              Skip
            </Button>
          )}
          {step > 0 && <Button onPress={() => setStep(step - 1)}>Back</Button>}
          <Button look="primary" onPress={isLast ? finish : () => setStep(step + 1)}>
            {isLast ? 'Show my agenda' : 'Next'}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
