import { isCaptionTable } from './readCaptionData.ts';
import { isStampedText } from './readStampedText.ts';
import { isJitsiTranscript } from './readJitsi.ts';
import { isMicroDvd, isSubtitleScript } from './readSubtitleScript.ts';
import { areNumbered } from './readTimedBlocks.ts';
import { parseTimeLine } from './timeLine.ts';
import type { TranscriptFormat } from './transcript.ts';

const WEBVTT_HEADER = /^WEBVTT(?:[ \t\n]|$)/;
const SBV_TIMES = /^\d{1,6}:\d{1,3}:\d{1,2}\.\d{1,3},\d{1,6}:\d{1,3}:\d{1,2}\.\d{1,3}[ \t]*$/m;
const CAPTIONS_LABEL = /^Captions:/m;
/** Root elements of TTML, with any prefix, and of YouTube's own XML. */
const CAPTION_MARKUP = /<(?:[\w-]+:)?tt[\s>]|<timedtext[\s>]|<transcript>/i;
/** Characters searched for the root element. */
const HEAD_LENGTH = 4_000;
const ARROW_TIMES = /^.*\d{2}[.,]\d{1,3}\s*(?:-->|\u2192).*$/m;

/**
 * Detects the format of a caption file by content: downloads often have a wrong name.
 * Timed captions with neither header nor numbers are read as WebVTT without its header.
 */
export function detectFormat(text: string): TranscriptFormat {
  if (WEBVTT_HEADER.test(text)) return 'webvtt';
  if (isDump(text)) return 'captionDump';
  if (/^\s*(?:\[\s*[{\]]|\{\s*["}])/.test(text)) return 'json';
  if (isSubtitleScript(text)) return 'subtitleScript';
  if (isMicroDvd(text)) return 'microDvd';
  if (isJitsiTranscript(text)) return 'jitsi';
  if (isCaptionTable(text)) return 'table';
  if (CAPTION_MARKUP.test(text.slice(0, HEAD_LENGTH))) return 'markup';
  if (SBV_TIMES.test(text) && !ARROW_TIMES.test(text)) return 'sbv';
  const lines = text.split('\n');
  if (areNumbered(lines)) return 'subrip';
  return !lines.some(isTimeLine) && isStampedText(text) ? 'stampedText' : 'webvtt';
}

const isTimeLine = (line: string): boolean => {
  const times = parseTimeLine(line);
  return times !== null && times !== 'broken';
};

/** The label of a dump precedes all times; a later one is spoken text. */
function isDump(text: string): boolean {
  const label = CAPTIONS_LABEL.exec(text);
  return label !== null && !ARROW_TIMES.test(text.slice(0, label.index));
}
