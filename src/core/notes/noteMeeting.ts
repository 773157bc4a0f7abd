import { z } from 'zod';
import { seriesKeyOf } from '../keys.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { withoutKeys } from './frontMatter.ts';
import { withFields, type NoteFile } from './noteFile.ts';

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

const NAMES = ['occurrence', 'series', 'start', 'zone', 'agenda', 'minutes', 'recordings'] as const;

/** Of a note without a meeting. */
const NO_MEETING: NoteMeeting = {
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

/** The meeting that the file names now. */
export const meetingIn = ({ fields }: NoteFile): NoteMeeting => ({
  occurrence: fields.occurrence,
  series: fields.series,
  start: fields.start,
  zone: fields.zone,
  agenda: fields.agenda,
  minutes: fields.minutes,
  recordings: fields.recordings,
});

/** The file with that meeting instead of its own. */
export const withMeeting = (file: NoteFile, meeting: NoteMeeting): NoteFile =>
  withFields(
    {
      ...withoutKeys(
        file,
        NAMES.filter((name) => meeting[name] === null),
      ),
      fields: { ...file.fields, ...NO_MEETING },
    },
    meeting,
  );
