import type { Problem } from '#base';

/** Faults of a caption file. */
export type FaultKind =
  | 'notUtf8'
  | 'damagedBytes'
  | 'noHeader'
  | 'damagedTimeLine'
  | 'impossibleTime'
  | 'endBeforeStart'
  | 'unreadableCue'
  | 'cutOff'
  | 'numbering'
  | 'missingBlankLine'
  | 'strayText'
  | 'duplicateCue'
  | 'outOfOrder'
  | 'emptyCue'
  | 'timesOfDay'
  | 'unknownDate'
  | 'unknownVideo'
  | 'noFrameRate'
  | 'noCues';

/** Codes of the problems of a caption file. */
export type TranscriptProblemCode = `transcript/${FaultKind}`;

/** One fault. `line` is counted from 1; null if it concerns the whole file. */
export interface Fault {
  readonly kind: FaultKind;
  readonly line: number | null;
}

/** Line numbers listed before the rest is only counted. */
const LINES_NAMED = 5;

const words: Record<FaultKind, { title: (count: number) => string; detail: string }> = {
  notUtf8: {
    title: () => 'The file is not UTF-8',
    detail: 'It was read as Windows-1252. Check whether accents and quotation marks are right.',
  },
  damagedBytes: {
    title: () => 'Some bytes of the file are damaged',
    detail: 'Unreadable characters are shown as \uFFFD.',
  },
  noHeader: {
    title: () => 'The file has no WEBVTT header and no cue numbers',
    detail: 'It was read as plain timed captions.',
  },
  damagedTimeLine: {
    title: (n) => `${counted(n, 'damaged time line was', 'damaged time lines were')} repaired`,
    detail: 'The arrow between the two times was not “ --> ”; the times themselves could be read.',
  },
  impossibleTime: {
    title: (n) => counted(n, 'impossible time', 'impossible times'),
    detail: 'A minute or second is above 59. It was inferred from the other time of its cue.',
  },
  endBeforeStart: {
    title: (n) => counted(n, 'cue ends before its start', 'cues end before their start'),
    detail: 'The two times were swapped, or, if they are far apart, the cue was given no length.',
  },
  unreadableCue: {
    title: (n) => `${counted(n, 'cue was', 'cues were')} skipped`,
    detail: 'Their times could not be read, so the text has no place in the recording.',
  },
  cutOff: {
    title: () => 'The file is cut off',
    detail: 'It ends inside a cue, which was left out. More may be missing: download the file again.',
  },
  numbering: {
    title: () => 'The cue numbers are not consecutive',
    detail: 'A number is missing, repeated or out of order. Numbers are not used, only times.',
  },
  missingBlankLine: {
    title: (n) => `The blank line before ${counted(n, 'cue is', 'cues is')} missing`,
    detail: 'The cues were separated by their times.',
  },
  strayText: {
    title: (n) => `${counted(n, 'piece of text does', 'pieces of text do')} not belong to a cue`,
    detail: 'Text without a time was left out.',
  },
  duplicateCue: {
    title: (n) => `${counted(n, 'duplicate cue was', 'duplicate cues were')} left out`,
    detail: 'They have the same times and text as another cue.',
  },
  outOfOrder: {
    title: (n) => counted(n, 'cue was out of order', 'cues were out of order'),
    detail: 'All cues were sorted by their start.',
  },
  emptyCue: {
    title: (n) => `${counted(n, 'empty cue was', 'empty cues were')} left out`,
    detail: 'They have a time but no text.',
  },
  timesOfDay: {
    title: () => 'The times are times of day',
    detail: 'They are counted from the first one. Set the offset if the recording began earlier or later.',
  },
  unknownDate: {
    title: () => 'The publication date could not be read',
    detail: 'It was left out. Dates have the form 2020-11-23.',
  },
  unknownVideo: {
    title: () => 'The address of the video could not be read',
    detail: 'Quotes and times will not link to the recording.',
  },
  noFrameRate: {
    title: () => 'The file has no frame rate',
    detail:
      'Its times are frame numbers. Save it as SubRip (.srt) in a subtitle program, and import that file.',
  },
  noCues: {
    title: () => 'No captions were found',
    detail:
      'Supported are WebVTT, SubRip, SBV, ASS, MicroDVD, TTML, JSON from Whisper, YouTube, Deepgram, AssemblyAI and Rev, tables from Whisper, and plain text with times from Zoom, Teams, Meet, Jitsi, Otter and YouTube.',
  },
};

/** Converts faults into problems for the user: one for each kind, in the order of first occurrence. */
export function describeFaults(faults: readonly Fault[]): Problem[] {
  return [...Map.groupBy(faults, (fault) => fault.kind)].map(([kind, ofKind]) => ({
    code: `transcript/${kind}` satisfies TranscriptProblemCode,
    title: words[kind].title(ofKind.length),
    detail: [linesInWords(ofKind), words[kind].detail].filter(Boolean).join(' '),
  }));
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function linesInWords(faults: readonly Fault[]): string {
  const lines = faults.flatMap((fault) => fault.line ?? []);
  if (lines.length === 0) return '';
  const named = lines.slice(0, LINES_NAMED).join(', ');
  const rest = lines.length > LINES_NAMED ? ` and ${lines.length - LINES_NAMED} more` : '';
  return `${lines.length === 1 ? 'Line' : 'Lines'} ${named}${rest}.`;
}
