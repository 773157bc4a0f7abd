import { z } from 'zod';

/** One cue of a recording. Times: milliseconds from the start of the recording; `end` is exclusive. */
export const cue = z.object({
  start: z.number().int().nonnegative(),
  /** Not before `start`. May be after the start of the next cue: rolling captions overlap. */
  end: z.number().int().nonnegative(),
  /** The speaker as named by the file; null if it names none. */
  speaker: z.string().nullable(),
  /** One line without tags and entities, white space collapsed, never empty. */
  text: z.string().min(1),
});
export type Cue = z.infer<typeof cue>;

/** A speaker of the talk, from its title and description. */
export const speaker = z.object({
  name: z.string(),
  affiliation: z.string().nullable(),
});
export type Speaker = z.infer<typeof speaker>;

/** The captions of one recording and the facts in their file; null if the file does not give them. */
export const transcript = z.object({
  title: z.string().nullable(),
  /** The day of publication (a CalendarDate), which is not the day of the talk. */
  date: z.string().nullable(),
  playlist: z.string().nullable(),
  /** Paragraphs are separated by an empty line. */
  description: z.string().nullable(),
  speakers: z.array(speaker),
  /** The talk's page in the schedule of the event. */
  scheduleUrl: z.string().nullable(),
  /** Parsed and rebuilt; https for YouTube. */
  videoUrl: z.string().nullable(),
  /** Ordered by `start`. */
  cues: z.array(cue),
});
export type Transcript = z.infer<typeof transcript>;

/** Supported formats. */
export type TranscriptFormat =
  | 'webvtt'
  | 'subrip'
  | 'sbv'
  | 'captionDump'
  | 'stampedText'
  | 'markup'
  | 'json'
  | 'jitsi'
  | 'subtitleScript'
  | 'microDvd'
  | 'table';

/** The parts of a transcript besides its cues. */
export type TranscriptFacts = Omit<Transcript, 'cues'>;

/** The facts of a file without any. */
export const NO_FACTS: TranscriptFacts = {
  title: null,
  date: null,
  playlist: null,
  description: null,
  speakers: [],
  scheduleUrl: null,
  videoUrl: null,
};
