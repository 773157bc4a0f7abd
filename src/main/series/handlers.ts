import { pastMeetings } from '#core/reminders/pastMeetings.ts';
import { buildSeriesPage, SERIES_REACH_MS } from '#core/series/seriesPage.ts';
import type { SeriesName } from '#core/keys.ts';
import { HOUR, success, type Result, type TimeWindow } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Notes } from '../notes/composeNotes.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';

/** Handles requests for the page of a series: its dates from the feeds, and what ledger, notes and transcripts know. */
export function registerSeriesHandlers(
  { ports: { clock }, handle }: Shared,
  agenda: Pick<AgendaModel, 'range' | 'zone'>,
  { library, transcripts }: Pick<Notes, 'library' | 'transcripts'>,
  ledger: Pick<ReminderLedger, 'eventsSince'>,
): void {
  handle('series:page', async (series: SeriesName) => {
    const now = clock.now();
    const occurrences = await reach(agenda, Math.floor(now / HOUR) * HOUR);
    if (!occurrences.ok) return occurrences;
    // Another program may have added or removed files.
    await transcripts.rescan();
    const facts = {
      occurrences: occurrences.value,
      past: pastMeetings(ledger.eventsSince(-Infinity), now),
      notes: library.list(),
      transcripts: transcripts.list(),
      actions: await library.actions(),
      decisions: (keys: ReadonlySet<string>) => library.decisions(keys),
    };
    return success(buildSeriesPage(series, facts, now, agenda.zone()));
  });
}

/** All occurrences that a page looks at; in two ranges, because one may not be that long. */
async function reach(
  agenda: Pick<AgendaModel, 'range'>,
  hour: number,
): Promise<Result<readonly Occurrence[]>> {
  const windows: TimeWindow[] = [
    { from: hour - SERIES_REACH_MS, to: hour },
    { from: hour, to: hour + SERIES_REACH_MS },
  ];
  const byKey = new Map<string, Occurrence>();
  for (const window of windows) {
    const snapshot = await agenda.range(window);
    if (!snapshot.ok) return snapshot;
    // A meeting at the border is in both.
    for (const one of snapshot.value.occurrences) byKey.set(one.key, one);
  }
  return success([...byKey.values()]);
}
