import { buildBrief, type BriefFacts } from '#core/brief/brief.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { pastMeetings } from '#core/reminders/pastMeetings.ts';
import { success } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { NoteLibrary } from '../notes/noteLibrary.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';

export interface BriefParts {
  readonly agenda: Pick<AgendaModel, 'locate' | 'zone'>;
  readonly library: Pick<NoteLibrary, 'list' | 'actions' | 'decisions' | 'text'>;
  readonly ledger: Pick<ReminderLedger, 'eventsSince'>;
  readonly changes: { readonly all: () => readonly SeriesChange[] };
}

/** Handles requests about a meeting at hand: its brief, from the user's own files, and its minutes. */
export function registerBriefHandlers(
  { ports: { clock, files, desktop }, settings, handle }: Shared,
  { agenda, library, ledger, changes }: BriefParts,
): void {
  async function ownNoteOf({ sources }: Occurrence): Promise<BriefFacts['ownNote']> {
    const keys = new Set(sources.map(({ key }) => key));
    const note = library
      .list()
      .find(({ occurrenceKey }) => occurrenceKey !== null && keys.has(occurrenceKey));
    const body = note === undefined ? null : await library.text(note.path);
    return note === undefined || body === null ? null : { path: note.path, body };
  }

  handle('brief:of', async (key) => {
    const occurrence = await agenda.locate(key);
    if (occurrence === null) return notesFailure('notes/unknownMeeting');
    const facts: BriefFacts = {
      notes: library.list(),
      actions: await library.actions(),
      decisions: (series) => library.decisions(series),
      past: pastMeetings(ledger.eventsSince(-Infinity), clock.now()),
      changes: changes.all(),
      ownNote: await ownNoteOf(occurrence),
      ownName: settings.current().nameInNotes,
    };
    return success(buildBrief(occurrence, facts, agenda.zone()));
  });
  handle('brief:addToMinutes', async (note) => {
    // It brings a parser of Markdown along, which no start needs.
    const { addToMinutes } = await import('./addToMinutes.ts');
    return addToMinutes({ files, desktop }, note);
  });
}
