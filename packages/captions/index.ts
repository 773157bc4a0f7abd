export { type Paragraph, joinParagraphs } from './paragraphs.ts';
export { quoteMarkdown } from './quote.ts';
export { readTranscript } from './readTranscript.ts';
export { offsetFrom, toMeetingTime, toRecordingTime } from './recordingOffset.ts';
export { searchTranscript } from './searchTranscript.ts';
export { formatTimeStamp, parseTimeStamp } from './timeStamp.ts';
export { type Transcript, transcript } from './transcript.ts';
export { recordingUrl, videoLinkAt } from './videoLink.ts';
