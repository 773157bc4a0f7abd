import { MINUTE, SECOND, type Instant } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Clock } from '../ports/clock.ts';
import type { FeedSync } from './feedSync.ts';

/**
 * How long before its start (ms) a meeting's feeds are fetched. A little more than ten and two minutes, so that
 * reminders at these times have the present room and time.
 */
const LEADS_MS: readonly number[] = [10 * MINUTE + 30 * SECOND, 2 * MINUTE + 15 * SECOND];
const LONGEST_LEAD_MS = Math.max(...LEADS_MS);
/** Timers pause while the computer sleeps, so check the clock at least this often. */
const LONGEST_WAIT_MS = 5 * MINUTE;

/** Fetches the feeds of a meeting shortly before it starts, since rooms and times change at the last moment. */
export function startMeetingRefresh(
  clock: Clock,
  agenda: Pick<AgendaModel, 'occurrences' | 'changed'>,
  sync: Pick<FeedSync, 'refreshNow'>,
): Disposable {
  let timer: Disposable | undefined;
  let checkedAt: Instant = clock.now();

  function check(): void {
    timer?.[Symbol.dispose]();
    const now = clock.now();
    const due = new Set<string>();
    let next = now + LONGEST_WAIT_MS;
    for (const { time, status, sources } of agenda.occurrences()) {
      if (time.kind === 'allDay' || status === 'cancelled') continue;
      // Sorted by start, so all others are checked later.
      if (time.start - LONGEST_LEAD_MS > next) break;
      for (const lead of LEADS_MS) {
        const at = time.start - lead;
        if (at > now) next = Math.min(next, at);
        else if (at > checkedAt && time.start > now) for (const { feedId } of sources) due.add(feedId);
      }
    }
    checkedAt = now;
    timer = clock.after(next - now, check);
    if (due.size > 0) void sync.refreshNow([...due]);
  }

  check();
  const changes = agenda.changed.on(check);
  return {
    [Symbol.dispose]: () => {
      changes[Symbol.dispose]();
      timer?.[Symbol.dispose]();
    },
  };
}
