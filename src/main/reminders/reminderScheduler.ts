import { hasEnded } from '../../shared/agenda/agenda.ts';
import type { TimeFormat } from '../../shared/agenda/formatTime.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { noticeKey, planReminders, type Reminder } from '../../shared/reminders/planReminders.ts';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../shared/time.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import { joinFromDesktop } from '../join/joinFromDesktop.ts';
import type { Joiner } from '../join/meetingJoiner.ts';
import type { Ports } from '../ports.ts';
import type { Problems } from '../problems.ts';
import { noticeBody } from './noticeText.ts';
import type { ReminderLedger } from './reminderLedger.ts';
import { raiseTestNotice, type TestNotice } from './testNotice.ts';

/** Raises what is due, and nothing twice. */
export interface ReminderScheduler extends Disposable {
  /** Something that reminders depend on may have changed: look again. */
  replan(): void;
  /** Shows a notice to see whether notices work here. */
  test(): Promise<Result<null>>;
}

export interface ReminderParts {
  readonly agenda: AgendaModel;
  readonly ledger: ReminderLedger;
  readonly joiner: Joiner;
  readonly problems: Problems;
  readonly leadMinutes: () => number;
  readonly format: () => TimeFormat;
}

/** Timers stand still while a computer sleeps, and some are late after it: near a due time look often. */
const NEAR_LOOK_MS = 30 * SECOND;

const notShown = (title: string): Problem => ({
  code: 'reminders/notShown',
  title: `“${title}” could not be announced`,
  detail: 'This computer shows no notifications at the moment. Look at its notification settings.',
});

/** Starts looking at once. One timer, for the earliest reminder. */
export function startReminders(
  { clock, notifier, desktop, log }: Pick<Ports, 'clock' | 'notifier' | 'desktop' | 'log'>,
  { agenda, ledger, joiner, problems, leadMinutes, format }: ReminderParts,
): ReminderScheduler {
  // Held until it is over: a notification that is garbage collected no longer answers to clicks.
  const shown = new Map<string, { readonly notice: Disposable; readonly occurrence: Occurrence }>();
  let timer: Disposable | undefined;
  let trial: TestNotice | undefined;
  let isDisposed = false;

  const close = (key: string): void => {
    shown.get(key)?.notice[Symbol.dispose]();
    shown.delete(key);
  };

  function replan(): void {
    if (isDisposed) return;
    timer?.[Symbol.dispose]();
    const now = clock.now();
    const plan = planReminders(agenda.occurrences(), { leadMinutes: leadMinutes() }, ledger.history(), now);
    for (const key of plan.withdrawn) {
      close(key);
      void ledger.record('withdrawn', key);
    }
    for (const { key } of plan.missed) void ledger.record('missed', key);
    for (const { key, at } of plan.upcoming) {
      const state = ledger.history().get(key);
      // Only what is near: the rest would be written again and again as calendars change.
      if (at - now < DAY && (state?.isPlanned !== true || state.isWithdrawn))
        void ledger.record('planned', key);
    }
    for (const [key, { occurrence }] of shown) if (hasEnded(occurrence, now, agenda.zone())) close(key);
    for (const reminder of plan.due) void raise(reminder);
    timer = clock.after(untilNextLook(plan.upcoming[0], now, shown.size + plan.due.length > 0), replan);
  }

  async function raise({ key, occurrenceKey, title }: Reminder): Promise<void> {
    const occurrence = agenda.find(occurrenceKey);
    if (occurrence === null) return;
    // On the disk first: a kill between here and the screen must not raise it again.
    await ledger.record('raised', key);
    if (isDisposed) return;
    if (!notifier.isSupported()) {
      failed(key, occurrence, 'notifications are not supported');
      return;
    }
    const notice = notifier.show({
      title,
      body: noticeBody(occurrence, clock.now(), format()),
      isSilent: false,
      actions: [
        ...(occurrence.joinLinks.length > 0 ? [{ label: 'Join', run: () => join(key, occurrence) }] : []),
        { label: 'Notes', run: () => open(key, occurrence, 'notes') },
      ],
      onClick: () => clicked(key, occurrence),
      onShown: () => void ledger.record('shown', key),
      onFailed: (reason) => failed(key, occurrence, reason),
    });
    shown.set(key, { notice, occurrence });
  }

  /** The last resort, so that the meeting is seen all the same. */
  function failed(key: string, occurrence: Occurrence, reason: string): void {
    log(`a notice was not shown: ${reason}`);
    void ledger.record('failed', key);
    problems.report(notShown(occurrence.title));
    desktop.showWindow({ screen: 'agenda', occurrenceKey: occurrence.key });
  }

  function clicked(key: string, occurrence: Occurrence): void {
    const current = agenda.find(occurrence.key) ?? occurrence;
    const isOver = hasEnded(current, clock.now(), agenda.zone());
    if (isOver || current.joinLinks.length === 0) open(key, current, 'agenda');
    else join(key, current);
  }

  function join(key: string, occurrence: Occurrence): void {
    void ledger.record('acknowledged', key);
    void joinFromDesktop({ joiner, problems, desktop }, occurrence.key);
  }

  function open(key: string, occurrence: Occurrence, screen: 'agenda' | 'notes'): void {
    void ledger.record('acknowledged', key);
    close(key);
    desktop.showWindow({ screen, occurrenceKey: occurrence.key });
  }

  /** Who is in the meeting needs no reminder of it, shown or to come. */
  const silenced = joiner.joined.on((occurrence) => {
    if (occurrence.time.kind === 'allDay') return;
    const key = noticeKey(occurrence.key, occurrence.time.start);
    close(key);
    void ledger.record('joined', key);
    replan();
  });

  replan();
  return {
    replan,
    test: () => {
      trial?.[Symbol.dispose]();
      trial = raiseTestNotice(notifier, clock);
      return trial.outcome;
    },
    [Symbol.dispose]: () => {
      isDisposed = true;
      silenced[Symbol.dispose]();
      timer?.[Symbol.dispose]();
      trial?.[Symbol.dispose]();
      for (const key of shown.keys()) close(key);
    },
  };
}

/**
 * ms until the plan is made again: at the next due time, but often when it is near. Else hourly, or each minute
 * while a notice is on the screen, which goes away when its meeting is over.
 */
function untilNextLook(next: Reminder | undefined, now: Instant, isNoticeShown: boolean): number {
  const left = (next?.at ?? Infinity) - now;
  if (left < HOUR) return Math.min(left, NEAR_LOOK_MS);
  return isNoticeShown ? MINUTE : HOUR;
}
