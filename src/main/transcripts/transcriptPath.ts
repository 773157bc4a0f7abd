/** A folder beside the notes. */
export const TRANSCRIPT_FOLDER = 'Transcripts';

/** Only plain names below our folder, because the path comes from the window, which shows foreign content. */
export const isTranscriptPath = (path: string): boolean => /^Transcripts\/[^/\\:\p{Cc}]+\.json$/u.test(path);
