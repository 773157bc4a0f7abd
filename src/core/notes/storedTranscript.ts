import { z } from 'zod';
import { keyToday } from '../catalogue/formerUids.ts';
import { transcript } from '#captions';

/** The captions of a recording, stored beside the notes in one JSON file each. */
export const storedTranscript = z.object({
  format: z.literal(1),
  /** Key of its occurrence; null for a talk or another recording without a meeting. */
  occurrenceKey: z.string().transform(keyToday).nullable(),
  title: z.string(),
  /** Address of the recording; one set by the user takes precedence over that of the file. */
  videoUrl: z.string().nullable(),
  /** Offset in the recording (ms) at which the meeting's clock is zero; see recordingOffset.ts. */
  offset: z.number(),
  transcript,
});
export type StoredTranscript = z.infer<typeof storedTranscript>;

/** A transcript in the list. `path` is relative to the notes folder and identifies the transcript. */
export const transcriptSummary = storedTranscript
  .pick({ occurrenceKey: true, title: true, videoUrl: true })
  .extend({ path: z.string(), date: z.string().nullable() });
export type TranscriptSummary = z.infer<typeof transcriptSummary>;

/** The values that the user may change. */
export const transcriptChange = storedTranscript
  .pick({ videoUrl: true, offset: true })
  .extend({
    videoUrl: z.string().max(8192).nullable(),
    /** Attaches it to an occurrence, or detaches it. */
    occurrenceKey: z.string().max(4096).nullable(),
  })
  .partial()
  .strict();
export type TranscriptChange = z.infer<typeof transcriptChange>;
