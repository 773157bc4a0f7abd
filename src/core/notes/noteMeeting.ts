import { z } from 'zod';
import { seriesKeyOf } from '../keys.ts';
import type { Occurrence } from '../agenda/occurrence.ts';

const value = z.string().max(8192).nullable();

/** What the front matter of a note says about its meeting; null for what it does not say. */
export const noteMeeting = z.object({
  occurrence: value,
  series: value,
  start: value,
  zone: value,
  agenda: value,
  minutes: value,
  recordings: value,
});
export type NoteMeeting = z.infer<typeof noteMeeting>;

/** Of a note without a meeting. */
export const NO_MEETING: NoteMeeting = {
  occurrence: null,
  series: null,
  start: null,
  zone: null,
  agenda: null,
  minutes: null,
  recordings: null,
};

/** What a note says about this meeting. */
export const meetingOf = (occurrence: Occurrence | null): NoteMeeting =>
  occurrence === null
    ? NO_MEETING
    : {
        occurrence: occurrence.key,
        series: seriesKeyOf(occurrence.key),
        start:
          occurrence.time.kind === 'timed'
            ? new Date(occurrence.time.start).toISOString()
            : occurrence.time.start,
        zone: occurrence.zone,
        agenda: occurrence.links.agenda,
        minutes: occurrence.links.notes,
        recordings: occurrence.links.recordings,
      };
