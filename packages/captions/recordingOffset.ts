/**
 * A note's time stamps count from the start of the meeting, a transcript's from the start of the recording. One
 * offset lines them up: the place in the recording (ms) where the meeting's clock shows zero. It is negative
 * when the recording was started after the meeting.
 */
export type RecordingOffset = number;

/** The offset that makes a moment of the meeting and a moment of the recording one; both in ms. */
export function offsetFrom(meetingTime: number, recordingTime: number): RecordingOffset {
  return recordingTime - meetingTime;
}

/** Where in the recording (ms) a moment of the meeting is; null when it was not yet recorded. */
export function toRecordingTime(meetingTime: number, offset: RecordingOffset): number | null {
  const time = meetingTime + offset;
  return time < 0 ? null : time;
}

/** What the meeting's clock showed (ms) at a moment of the recording; negative before the meeting began. */
export function toMeetingTime(recordingTime: number, offset: RecordingOffset): number {
  return recordingTime - offset;
}
