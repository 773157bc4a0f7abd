import { MINUTE, SECOND, type Instant } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Clock } from '../ports/clock.ts';
import type { FeedSync } from './feedSync.ts';

/**
 * How long before its start (ms) a meeting's feeds are asked for. A little before ten and two minutes, so that a
 * reminder at these times speaks of the room and the time as they are now.
 */
const LEADS_MS: readonly number[] = [10 * MINUTE + 30 * SECOND, 2 * MINUTE + 15 * SECOND];
const LONGEST_LEAD_MS = Math.max(...LEADS_MS);
/** Timers stand still while the computer sleeps: look at the clock now and then. */
const LONGEST_WAIT_MS = 5 * MINUTE;

/** Rooms and times change at the last moment: asks for the feeds of a meeting shortly before it starts. */
export function startMeetingRefresh(
  clock: Clock,
  agenda: Pick<AgendaModel, 'occurrences' | 'changed'>,
  sync: Pick<FeedSync, 'refreshNow'>,
): Disposable {
  let timer: Disposable | undefined;
  let lookedAt: Instant = clock.now();

  function look(): void {
    timer?.[Symbol.dispose]();
    const now = clock.now();
    const due = new Set<string>();
    let next = now + LONGEST_WAIT_MS;
    for (const { time, status, sources } of agenda.occurrences()) {
      if (time.kind === 'allDay' || status === 'cancelled') continue;
      // Sorted by start: all that follow are looked at later.
      if (time.start - LONGEST_LEAD_MS > next) break;
      for (const lead of LEADS_MS) {
        const at = time.start - lead;
        if (at > now) next = Math.min(next, at);
        else if (at > lookedAt && time.start > now) for (const { feedId } of sources) due.add(feedId);
      }
    }
    lookedAt = now;
    timer = clock.after(next - now, look);
    if (due.size > 0) void sync.refreshNow([...due]);
  }

  look();
  const changes = agenda.changed.on(look);
  return {
    [Symbol.dispose]: () => {
      changes[Symbol.dispose]();
      timer?.[Symbol.dispose]();
    },
  };
}
