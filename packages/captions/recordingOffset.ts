/**
 * A note's time stamps count from the start of the meeting, a transcript's from the start of the recording. One
 * offset aligns them: the position in the recording (ms) at the start of the meeting. It is negative if the recording
 * started later.
 */
export type RecordingOffset = number;

/** The offset that maps a moment of the meeting to a moment of the recording; both in ms. */
export function offsetFrom(meetingTime: number, recordingTime: number): RecordingOffset {
  return recordingTime - meetingTime;
}

/** The position in the recording (ms) of a moment of the meeting; null before the recording started. */
export function toRecordingTime(meetingTime: number, offset: RecordingOffset): number | null {
  const time = meetingTime + offset;
  return time < 0 ? null : time;
}

/** The time since the start of the meeting (ms) at a position in the recording; negative before it. */
export function toMeetingTime(recordingTime: number, offset: RecordingOffset): number {
  return recordingTime - offset;
}
