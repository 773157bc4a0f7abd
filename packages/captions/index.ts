/**
 * Captions: reads caption files and transcripts of meeting tools into cues, and joins cues into text. See README.md.
 */

// Read a file of any known format.
export { readTranscript } from './readTranscript.ts';
export type { TranscriptProblemCode } from './faults.ts';
export { type Transcript, transcript } from './transcript.ts';

// Show a transcript: readable paragraphs, search, quotes.
export { type Paragraph, joinParagraphs } from './paragraphs.ts';
export { searchTranscript } from './searchTranscript.ts';
export { quoteMarkdown } from './quote.ts';

// Times in a recording, and between a recording and its meeting.
export { formatTimeStamp, parseTimeStamp } from './timeStamp.ts';
export { offsetFrom, toMeetingTime, toRecordingTime } from './recordingOffset.ts';

// Addresses of recordings.
export { recordingUrl, videoLinkAt } from './videoLink.ts';
