import { findChanges, pendingChanges } from '#core/reminders/meetingChanges.ts';
import { indexHistory, plansOfFormerKeys } from '#core/reminders/duplicateMeetings.ts';
import { announcedMeetings, planReminders, type PlanInput } from '#core/reminders/planReminders.ts';
import type { Reminder } from '#core/reminders/reminder.ts';
import type { ReminderEvent, ReminderHistory } from '#core/reminders/reminderHistory.ts';
import { DAY, HOUR, inTurns, type Instant, logFailure, MINUTE, SECOND, type Steps } from '#base';
import type { ActiveReminders } from './activeReminders.ts';
import { createCardMaker } from './makeCards.ts';
import { createReminderRaiser, isCardWanted, type DueReminder } from './raiseReminders.ts';
import type { ReminderContext } from './reminderContext.ts';
import { createSinceStart } from './sinceStart.ts';

/** Plans reminders and raises those that are due. One timer, for the earliest of them. */
export interface ReminderPlanner extends Disposable {
  /** Call it when an input of the plan may have changed. Plans at once, thousands of meetings in steps. */
  readonly replan: () => void;
  /** Resolves when the latest plan is made. */
  readonly planned: () => Promise<void>;
}

type NewEvent = Omit<ReminderEvent, 'at'>;

/** Timers stop while the computer sleeps, and some fire late afterwards: check often near a due time. */
const NEAR_LOOK_MS = 30 * SECOND;
/** Only reminders within four days are recorded, to avoid rewriting distant ones on every calendar change. */
const AHEAD_MS = 4 * DAY;

/** So many meetings and past reminders are planned at once: this takes a few milliseconds. */
const AT_ONCE = 500;

export const planInput = ({ agenda, clock, ledger, rules }: ReminderContext): PlanInput => ({
  occurrences: agenda.occurrences(),
  rules: rules(),
  history: ledger.history(),
  now: clock.now(),
  zone: agenda.zone(),
  ahead: AHEAD_MS,
});

/** Does nothing until the first `replan`. @param onPlanned is called after each plan */
export function createReminderPlanner(
  context: ReminderContext,
  active: ActiveReminders,
  onPlanned: () => void,
): ReminderPlanner {
  const { clock, ledger, absence } = context;
  const sinceStart = createSinceStart(context);
  const cardMaker = createCardMaker(context);
  const raiser = createReminderRaiser(context, active, () => arm(clock.now()));
  let timer: Disposable | undefined;
  let isDisposed = false;
  /** When the plan was made, and when its next reminder is due. */
  let planned = { at: -Infinity, next: -Infinity };
  const input = (): PlanInput => planInput(context);
  const tidy = (now: Instant): void => active.tidy(now, (card) => isCardWanted(context, card, now));

  /** A newer plan ends one that is being made. */
  let plans = 0;
  let planning = Promise.resolve();

  function replan(): void {
    if (isDisposed) return;
    plans += 1;
    const number = plans;
    const present = input();
    const steps = planSteps(present);
    if (present.occurrences.length + present.history.size <= AT_ONCE) for (const _ of steps);
    else
      planning = planInTurns(
        steps,
        () => number === plans && context.agenda.occurrences() === present.occurrences,
      );
  }

  /**
   * @param isCurrent false once the agenda is another one, which is planned soon: what is asked of it in a later step
   * would not fit the meetings of this plan, and tell of some that they are gone
   */
  function planInTurns(steps: Steps<void>, isCurrent: () => boolean): Promise<void> {
    const turn = async (): Promise<void> => {
      await clock.turn();
      if (!isCurrent() || isDisposed) steps.return();
    };
    return inTurns(steps, turn).catch(logFailure(context.log));
  }

  function* planSteps(present: PlanInput): Steps<void> {
    const groups = announcedMeetings(present);
    yield;
    const meetings = { groups, index: indexHistory(present.history, groups) };
    yield;
    const changes = findChanges({ ...present, absence }, meetings);
    yield;
    const plan = planReminders(present, meetings);
    yield;
    const events: NewEvent[] = [
      // Changes come first: if only part of these lines is written, no news must be lost.
      ...changes.found.map(({ key, title }): NewEvent => ({ kind: 'planned', key, title })),
      ...changes.withdrawn.map(({ key, why }): NewEvent => ({ kind: 'withdrawn', key, why })),
      ...newlyPlanned(plan.upcoming, ledger.history()),
      ...plan.missed.map(({ key, at }): NewEvent => ({ kind: 'missed', key, why: sinceStart.whyMissed(at) })),
      ...plan.overtaken.map((key): NewEvent => ({ kind: 'missed', key, why: 'overtaken' })),
    ];
    yield* recordInSteps(events);
    const former = plansOfFormerKeys(meetings.index, ledger.history(), (key) => absence(key) === 'unread');
    yield* recordInSteps(former.map((key) => ({ kind: 'withdrawn', key, why: 'overtaken' })));
    const now = clock.now();
    tidy(now);
    const added = plan.due.filter(sinceStart.wasRunningWhenAdded);
    void ledger.record(...added.map(({ key }): NewEvent => ({ kind: 'missed', key, why: 'added' })));
    raiser.raise([
      ...plan.due.filter((reminder) => !added.includes(reminder)).map(dueReminder),
      ...pendingChanges(input(), plan.quietUntil !== null).map((change) => ({
        key: change.key,
        cardNow: () => cardMaker.ofChange(change),
      })),
    ]);
    planned = { at: now, next: Math.min(plan.upcoming[0]?.at ?? Infinity, plan.quietUntil ?? Infinity) };
    arm(now);
    onPlanned();
  }

  function* recordInSteps(events: readonly NewEvent[]): Steps<void> {
    for (let from = 0; from < events.length; from += AT_ONCE) {
      if (from > 0) yield;
      void ledger.record(...events.slice(from, from + AT_ONCE));
    }
  }

  function dueReminder(reminder: Reminder): DueReminder {
    const isQuiet = reminder.isQuiet || sinceStart.isRunningSinceStart(reminder);
    return { key: reminder.key, cardNow: () => cardMaker.ofReminder({ ...reminder, isQuiet }) };
  }

  /** Sets the timer: every 30 s near a due time, every minute while a reminder is on the screen, otherwise every hour. */
  function arm(now: Instant): void {
    timer?.[Symbol.dispose]();
    const left = planned.next - now;
    const wait = left < HOUR ? Math.min(left, NEAR_LOOK_MS) : active.isEmpty() ? HOUR : MINUTE;
    timer = clock.after(wait, look);
  }

  /** The timer is only a hint. Until a reminder is due no new plan is needed: each change of an input replans. */
  function look(): void {
    const now = clock.now();
    if (now < planned.at || now >= planned.next || now - planned.at >= HOUR) {
      replan();
      return;
    }
    tidy(now);
    arm(now);
  }

  return {
    replan,
    planned: () => planning,
    [Symbol.dispose]: () => {
      isDisposed = true;
      timer?.[Symbol.dispose]();
      raiser[Symbol.dispose]();
    },
  };
}

/** The upcoming reminders that the ledger does not have with the same values. */
function newlyPlanned(upcoming: readonly Reminder[], history: ReminderHistory): NewEvent[] {
  const isKnown = ({ meeting, slot, room, title, isMaybe }: Reminder): boolean => {
    const known = history.get(meeting);
    const state = known?.slots.get(slot);
    const isSame = known?.room === room && known.title === title && known.isMaybe === isMaybe;
    return state?.isPlanned === true && !state.isWithdrawn && isSame;
  };
  return upcoming
    .filter((reminder) => !isKnown(reminder))
    .map(({ key, title, room, isMaybe }) =>
      isMaybe ? { kind: 'planned', key, title, room, isMaybe } : { kind: 'planned', key, title, room },
    );
}
