import { areNumbered } from './readTimedBlocks.ts';
import type { TranscriptFormat } from './transcript.ts';

const WEBVTT_HEADER = /^WEBVTT(?:[ \t\n]|$)/;
const SBV_TIMES = /^\d{1,6}:\d{1,3}:\d{1,2}\.\d{1,3},\d{1,6}:\d{1,3}:\d{1,2}\.\d{1,3}[ \t]*$/m;
const CAPTIONS_LABEL = /^Captions:/m;
const ARROW_TIMES = /^.*\d{2}[.,]\d{1,3}\s*(?:-->|\u2192).*$/m;

/**
 * What kind of caption file a text is. Told by its content, not its name: downloads are often named wrongly.
 * Timed captions with neither a header nor numbers count as WebVTT that lost its header.
 */
export function detectFormat(text: string): TranscriptFormat {
  if (WEBVTT_HEADER.test(text)) return 'webvtt';
  if (isDump(text)) return 'captionDump';
  if (SBV_TIMES.test(text) && !ARROW_TIMES.test(text)) return 'sbv';
  return areNumbered(text.split('\n')) ? 'subrip' : 'webvtt';
}

/** The label of a dump stands before all times; later it is something that somebody says. */
function isDump(text: string): boolean {
  const label = CAPTIONS_LABEL.exec(text);
  return label !== null && !ARROW_TIMES.test(text.slice(0, label.index));
}
