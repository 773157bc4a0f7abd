import { z } from 'zod';
import type { OccurrenceKey } from '../keys.ts';
import {
  notedAction,
  notedDecision,
  type NotedAction,
  type NotedDecision,
  type NoteSummary,
} from './note.ts';
import { transcriptSummary, type TranscriptSummary } from './storedTranscript.ts';

/** What the user's files hold of one meeting. */
export const keptOfMeeting = z.object({
  /** Path of its note. */
  note: z.string().nullable(),
  decisions: z.array(notedDecision).readonly(),
  /** Ticked ones too. */
  actions: z.array(notedAction).readonly(),
  transcripts: z.array(transcriptSummary).readonly(),
});
export type KeptOfMeeting = z.infer<typeof keptOfMeeting>;

/** The notes folder, as far as meetings are concerned. */
export interface KeptFiles {
  readonly notes: readonly NoteSummary[];
  readonly decisions: readonly NotedDecision[];
  readonly actions: readonly NotedAction[];
  readonly transcripts: readonly TranscriptSummary[];
}

/** @param keys of the meeting in each of its feeds */
export function keptOf(
  keys: readonly OccurrenceKey[],
  { notes, decisions, actions, transcripts }: KeptFiles,
): KeptOfMeeting {
  const isOwn = ({ occurrenceKey }: { readonly occurrenceKey: OccurrenceKey | null }): boolean =>
    occurrenceKey !== null && keys.includes(occurrenceKey);
  const paths = new Set(notes.filter(isOwn).map(({ path }) => path));
  const [note = null] = paths;
  return {
    note,
    decisions: decisions.filter(({ path }) => paths.has(path)),
    actions: actions.filter(({ path }) => paths.has(path)),
    transcripts: transcripts.filter(isOwn),
  };
}
