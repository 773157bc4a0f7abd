import { z } from 'zod';

/** One timed line of a recording. Times: milliseconds from the start of the recording; `end` is exclusive. */
export const cue = z.object({
  start: z.number().int().nonnegative(),
  /** Never before `start`. May lie after the start of the next cue: rolling captions overlap. */
  end: z.number().int().nonnegative(),
  /** Who speaks, as the file names them; null where it does not. */
  speaker: z.string().nullable(),
  /** One line: no tags, no entities, white space folded, never empty. */
  text: z.string().min(1),
});
export type Cue = z.infer<typeof cue>;

/** Somebody who gave the talk, as its title and description name them. */
export const speaker = z.object({
  name: z.string(),
  affiliation: z.string().nullable(),
});
export type Speaker = z.infer<typeof speaker>;

/** The captions of one recording, and what their file says about it; null where it is silent. */
export const transcript = z.object({
  title: z.string().nullable(),
  /** The day it was published (a CalendarDate), which is not the day of the talk. */
  date: z.string().nullable(),
  playlist: z.string().nullable(),
  /** Paragraphs are parted by an empty line. */
  description: z.string().nullable(),
  speakers: z.array(speaker),
  /** The talk's page in the event's schedule. */
  scheduleUrl: z.string().nullable(),
  /** Parsed and rebuilt by us; https for YouTube. */
  videoUrl: z.string().nullable(),
  /** Ordered by `start`. */
  cues: z.array(cue),
});
export type Transcript = z.infer<typeof transcript>;

/** The kinds of caption file that are understood. */
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

/** What a reader of one format hands on: the transcript's parts that this format can say. */
export type TranscriptFacts = Omit<Transcript, 'cues'>;

/** The facts of a file that says nothing about its recording. */
export const NO_FACTS: TranscriptFacts = {
  title: null,
  date: null,
  playlist: null,
  description: null,
  speakers: [],
  scheduleUrl: null,
  videoUrl: null,
};
