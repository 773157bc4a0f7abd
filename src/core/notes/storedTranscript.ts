import { z } from 'zod';
import { keyToday } from '../catalogue/formerUids.ts';
import { transcript } from '#captions';

/** The captions of a recording as they are kept beside the notes: one JSON file each. */
export const storedTranscript = z.object({
  format: z.literal(1),
  /** Key of the occurrence it belongs to; null for a talk or another recording of its own. */
  occurrenceKey: z.string().transform(keyToday).nullable(),
  title: z.string(),
  /** Address of the recording; the user's word counts more than the file's. */
  videoUrl: z.string().nullable(),
  /** Where in the recording (ms) the meeting's clock shows zero; see recordingOffset.ts. */
  offset: z.number(),
  transcript,
});
export type StoredTranscript = z.infer<typeof storedTranscript>;

/** What the list shows. `path` is relative to the folder of notes and is the transcript's identity. */
export const transcriptSummary = storedTranscript
  .pick({ occurrenceKey: true, title: true })
  .extend({ path: z.string(), date: z.string().nullable() });
export type TranscriptSummary = z.infer<typeof transcriptSummary>;

/** What the user may set right. */
export const transcriptChange = storedTranscript
  .pick({ videoUrl: true, offset: true })
  .extend({ videoUrl: z.string().max(8192).nullable() })
  .partial()
  .strict();
export type TranscriptChange = z.infer<typeof transcriptChange>;
