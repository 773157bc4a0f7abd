import { withoutKeys } from './frontMatter.ts';
import { withFields, type NoteFile } from './noteFile.ts';
import { NO_MEETING, type NoteMeeting } from './noteMeeting.ts';

const NAMES = ['occurrence', 'series', 'start', 'zone', 'agenda', 'minutes', 'recordings'] as const;

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
