import { CornerDownLeft } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { nextOccurrence, startOf } from '#core/agenda/agenda.ts';
import { hasCode } from '#core/problemCodes.ts';
import { cityOf } from '#core/format/formatTime.ts';
import { timeUntil } from '#core/format/timeUntil.ts';
import { focusFirstRow } from '../agenda/focusRow.ts';
import { usePasting } from '../feeds/usePasting.ts';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { ChooseReminders } from './ChooseReminders.tsx';
import { ChooseSources } from './ChooseSources.tsx';
import { useStartOffer } from './StartWithComputer.tsx';
import { useWelcomeCommunities } from './useWelcomeCommunities.ts';
import { useWelcomeGroups } from './useWelcomeGroups.ts';
import { chosenWords, STEPS, titleOf, type Wants } from './welcomeSteps.ts';
import { afterRender } from '../kit/afterRender.ts';
import { WhatDoYouJoin } from './WhatDoYouJoin.tsx';
import { texts } from './texts.ts';

/** When the welcome closes, focuses the agenda: no earlier focus exists to return to. */
function FocusAfterwards() {
  useEffect(
    () => () => {
      // The dialog tries to return its focus in the frame after it closed.
      afterRender(() => {
        if (document.activeElement === document.body && !focusFirstRow())
          document.querySelector<HTMLElement>('nav [aria-current="page"]')?.focus();
      });
    },
    [],
  );
  return null;
}

/** The steps and the one that is shown, as marks. */
const Progress = ({ step }: { readonly step: number }) => (
  <div className="welcome-progress" aria-hidden>
    {Array.from({ length: STEPS }, (_, index) => (
      <span key={index} data-done={index <= step || undefined} />
    ))}
  </div>
);

interface HeadProps {
  readonly step: number;
  readonly title: string;
  readonly hint: string;
}

/** The heading of a step. It gets the focus, so that a screen reader says where one is. */
function Head({ step, title, hint }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The dialog focuses itself when it opens.
    const frame = requestAnimationFrame(() => heading.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <header className="welcome-head">
      <h2
        ref={heading}
        tabIndex={-1}
        className="welcome-title"
        aria-label={`${title}${texts.stepOf(step + 1, STEPS)}`}
      >
        {title}
      </h2>
      <p className="welcome-hint">{hint}</p>
    </header>
  );
}

/** The next meeting, so that the last step says what the agenda will show. */
function NextMeeting() {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const words = useNow((now) => {
    const next = nextOccurrence(occurrences, now, zone);
    if (next === null) return '';
    const start = startOf(next, zone);
    return start <= now ? texts.runsNow(next.title) : texts.nextIs(next.title, timeUntil(start, now));
  });
  return <p className="welcome-summary welcome-next">{words}</p>;
}

/** Enter goes on from the heading and the boxes; fields and buttons have their own Enter. */
const isForward = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' &&
  target instanceof HTMLElement &&
  // A form has its own Enter.
  target.closest('form') === null &&
  target.matches('h2, .welcome-page, [role="dialog"], input[type="checkbox"]');

/** All that the steps share, so that nothing is lost by going on or back. */
function useWelcome(onFinish: () => void) {
  const [step, setStep] = useState(0);
  const [wants, setWants] = useState<Wants>({ calendar: true, groups: true });
  const [added, setAdded] = useState<readonly string[]>([]);
  const pasting = usePasting('', null);
  const groups = useWelcomeGroups();
  const [named, setNamed] = useState<readonly string[]>([]);
  const communities = useWelcomeCommunities(
    pasting.stage.kind === 'found' ? [...named, ...pasting.stage.preview.named] : named,
  );
  const offer = useStartOffer();
  const isPasted = wants.calendar && pasting.text.trim() !== '';
  /** True if what was pasted is followed, so that the next step may come. */
  const followPasted = async (): Promise<boolean> => {
    const stage = pasting.stage.kind === 'found' ? pasting.stage : await pasting.look();
    if (stage.kind === 'refused') return hasCode(stage.problem, 'feed/known');
    if (stage.kind !== 'found') return false;
    const outcome = await pasting.follow('all');
    if (outcome.ok) {
      setAdded((names) => [...names, outcome.value.name]);
      setNamed((ids) => [...ids, ...stage.preview.named]);
    }
    return outcome.ok || hasCode(outcome.problem, 'feed/known');
  };
  const next = async (): Promise<void> => {
    if (step === 0) groups.wantGroups(wants.groups);
    if (step === 1 && isPasted) {
      if (!(await followPasted())) return;
      pasting.setText('');
    }
    if (step === 1 && wants.groups) communities.follow();
    if (step === STEPS - 1) {
      offer.apply();
      onFinish();
    } else setStep(step + 1);
  };
  return {
    step,
    wants,
    added,
    pasting,
    groups,
    communities,
    offer,
    isPasted,
    setWants,
    next: () => void next(),
    back: () => setStep(step - 1),
    goOn: () => setStep(step + 1),
  };
}

type State = ReturnType<typeof useWelcome>;

/** The words of the one filled button: it says what it does. */
function goOnWords({ step, isPasted, wants, groups, communities, pasting }: State): string {
  if (step === STEPS - 1) return texts.finish;
  if (step === 0) return texts.continue;
  if (isPasted && pasting.stage.kind === 'looking') return texts.checking;
  const hasChosen = wants.groups && groups.chosenCount + communities.chosenCount > 0;
  return isPasted || hasChosen ? texts.followAndContinue : texts.continue;
}

function Footer({ state, onSkip }: { readonly state: State; readonly onSkip: () => void }) {
  const { step, wants, pasting, groups, communities, added, isPasted, next, back, goOn } = state;
  const isRefused = isPasted && pasting.stage.kind === 'refused';
  const calendars = added.length + Number(isPasted && !isRefused);
  return (
    <footer className="welcome-foot">
      <div className="welcome-foot-in">
        {step === 0 ? (
          <Button look="quiet" onPress={onSkip}>
            {texts.skip}
          </Button>
        ) : (
          <Button look="quiet" onPress={back}>
            {texts.back}
          </Button>
        )}
        {step === 0 && <p className="welcome-summary">{texts.aboutAMinute}</p>}
        {step === 1 && (
          <p className="welcome-summary">
            {wants.groups
              ? chosenWords(calendars, groups.chosenCount, communities.chosenCount)
              : chosenWords(calendars, 0, 0)}
          </p>
        )}
        {step === 2 && <NextMeeting />}
        {step === 1 && isRefused && <Button onPress={goOn}>{texts.withoutIt}</Button>}
        <Button
          look="primary"
          isDisabled={step === 0 && !wants.calendar && !wants.groups}
          isPending={pasting.isAdding}
          onPress={next}
        >
          {goOnWords(state)}
          <CornerDownLeft aria-hidden size={14} />
        </Button>
      </div>
    </footer>
  );
}

function Page({ onFinish }: { readonly onFinish: () => void }) {
  const state = useWelcome(onFinish);
  const { step, wants, next } = state;
  const { zone } = useTimeFormat();
  const hints = [texts.chooseOneOrBoth, texts.timesAreYours(cityOf(zone)), texts.skipUnknown];
  return (
    // Enter goes on from what is not a control; every way on has a button, too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="welcome-page"
      onKeyDown={(event) => {
        if (!isForward(event)) return;
        event.preventDefault();
        next();
      }}
    >
      <div className="welcome-scroll" data-step={step}>
        <Progress step={step} />
        <Head key={step} step={step} title={titleOf(step, wants)} hint={hints[step] ?? ''} />
        {step === 0 && <WhatDoYouJoin wants={wants} onChange={state.setWants} />}
        {step === 1 && <ChooseSources {...state} onEnter={next} />}
        {step === 2 && <ChooseReminders offer={state.offer} />}
      </div>
      <Footer state={state} onSkip={onFinish} />
    </div>
  );
}

/** The first minute, shown until finished or skipped. Everything in it can be done later, too. */
export function Welcome() {
  const { change } = useSettings();
  const isDue = useApp((state) => state.settings?.isWelcomeDone === false);
  const finish = (): void => change({ isWelcomeDone: true });
  return (
    <ModalOverlay className="welcome-overlay" isOpen={isDue} onOpenChange={(isOpen) => !isOpen && finish()}>
      <Modal className="welcome-modal">
        <Dialog className="welcome" aria-label={texts.title}>
          <FocusAfterwards />
          <Page onFinish={finish} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
