import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import {
  missingOf,
  rememberedMeetings,
  rulesForRemembered,
  withMore,
} from '#core/agenda/rememberedMeetings.ts';
import { markShown, type ShownChoices } from '#core/agenda/shownMeetings.ts';
import { sameOccurrences } from '#core/agenda/sameOccurrences.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { pastMeetings } from '#core/reminders/pastMeetings.ts';
import { createSignal, DAY, success, type Instant, type Result, type Signal, type TimeWindow } from '#base';
import type { Feeds } from '../feeds/composeFeeds.ts';
import type { Notes } from '../notes/composeNotes.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';
import type { AgendaModel } from './agendaModel.ts';

/** The agenda together with past meetings that only notes, transcripts or the ledger still know. */
export interface PastFacts extends Disposable {
  /** As the agenda's `range`, with remembered meetings. */
  range(window: TimeWindow): Promise<Result<AgendaSnapshot>>;
  /** As the agenda's `locate`, with remembered meetings. */
  locate(key: OccurrenceKey): Promise<Occurrence | null>;
  /** Other meetings are remembered than before. */
  readonly changed: Signal<void>;
}

export interface PastFactsParts {
  readonly agenda: Pick<AgendaModel, 'range' | 'locate' | 'zone' | 'rangesChanged'>;
  readonly notes: Pick<Notes, 'library' | 'transcripts'>;
  readonly ledger: ReminderLedger;
  readonly list: Pick<Feeds['list'], 'find' | 'all' | 'changed'>;
  readonly clock: Pick<Clock, 'now' | 'turn'>;
  readonly shown: () => ShownChoices;
}

/** A meeting that was moved further than this from a date that is remembered may be listed twice. */
const MOVED_MS = 190 * DAY;

export function createPastFacts({ agenda, notes, ledger, list, clock, shown }: PastFactsParts): PastFacts {
  const changed = createSignal();
  const now = (): Instant => clock.now();
  const { library, transcripts } = notes;
  /** Until something is new. */
  let remembered: readonly Occurrence[] | null = null;

  function read(): readonly Occurrence[] {
    const past = pastMeetings(ledger.eventsSince(-Infinity), now());
    const facts = { notes: library.list(), transcripts: transcripts.list(), past };
    const names = new Map(list.all().map(({ id, name }) => [id, name]));
    const { calendars, rules } = shown();
    const known = rememberedMeetings(facts, names, now(), agenda.zone());
    return markShown(known, { calendars, rules: rulesForRemembered(rules) });
  }
  const all = (): readonly Occurrence[] => (remembered ??= read());
  let isRenewing = false;
  /** Once for all changes of a turn: a plan of reminders records several. */
  async function renew(): Promise<void> {
    // No one has asked yet.
    if (remembered === null || isRenewing) return;
    isRenewing = true;
    await clock.turn();
    isRenewing = false;
    const before = remembered;
    remembered = read();
    if (!sameOccurrences(before, remembered)) changed.emit();
  }

  /** Those that their calendar does not have on another date. */
  async function stillMissing(missing: readonly Occurrence[], window: TimeWindow): Promise<Occurrence[]> {
    const elsewhere = new Set<OccurrenceKey>();
    for (const feedId of new Set(missing.map((one) => one.feedId))) {
      if (list.find(feedId) === null) continue;
      const wide = { from: Math.max(0, window.from - MOVED_MS), to: window.to + MOVED_MS };
      const reply = await agenda.range(wide, feedId);
      if (reply.ok) for (const { key } of reply.value.occurrences) elsewhere.add(key);
    }
    return missing.filter(({ key }) => !elsewhere.has(key));
  }

  const ends = new DisposableStack();
  for (const source of [
    library.changed,
    transcripts.changed,
    ledger.recorded,
    list.changed,
    agenda.rangesChanged,
  ])
    ends.use(source.on(() => void renew()));
  return {
    changed,
    range: async (window) => {
      const reply = await agenda.range(window);
      if (!reply.ok || window.from > now()) return reply;
      const missing = missingOf(all(), reply.value);
      return success(withMore(reply.value, await stillMissing(missing, window)));
    },
    locate: async (key) => (await agenda.locate(key)) ?? all().find((one) => one.key === key) ?? null,
    [Symbol.dispose]: () => ends.dispose(),
  };
}
