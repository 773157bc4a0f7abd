import type { Problem } from '#base';
import { decodeText, normaliseText } from './decodeText.ts';
import { detectFormat } from './detectFormat.ts';
import { describeFaults, type Fault } from './faults.ts';
import { readCaptionDump } from './readCaptionDump.ts';
import { readCaptionJson, readCaptionTable } from './readCaptionData.ts';
import { readCaptionMarkup } from './readCaptionMarkup.ts';
import { readJitsi } from './readJitsi.ts';
import { readMicroDvd, readSubtitleScript } from './readSubtitleScript.ts';
import { readSbv } from './readSbv.ts';
import { readStampedText } from './readStampedText.ts';
import { readSubRip } from './readSubRip.ts';
import type { TimedBlock } from './readTimedBlocks.ts';
import { readWebVtt } from './readWebVtt.ts';
import { tidyCues } from './tidyCues.ts';
import { NO_FACTS, type Transcript, type TranscriptFacts, type TranscriptFormat } from './transcript.ts';

/** The result of reading a caption file: a transcript, possibly empty, and the problems of the file. */
export interface ReadTranscript {
  readonly transcript: Transcript;
  readonly format: TranscriptFormat;
  /** What was repaired, skipped or lost. Never empty if there are no cues. */
  readonly problems: readonly Problem[];
}

/** Reads a caption file of any known format. Never throws; a cue without readable times is skipped. */
export function readTranscript(file: Uint8Array | string): ReadTranscript {
  const { text, fault } =
    typeof file === 'string' ? { text: normaliseText(file), fault: null } : decodeText(file);
  const format = detectFormat(text);
  const { facts = NO_FACTS, blocks, faults } = readers[format](text);
  const tidy = tidyCues(blocks, format);
  const found: Fault[] = [...faults, ...tidy.faults];
  if (fault) found.unshift({ kind: fault, line: null });
  const all = tidy.cues.length === 0 ? nothingFound(found) : found;
  return { transcript: { ...facts, cues: tidy.cues }, format, problems: describeFaults(all) };
}

/** A text without times is not a caption file, so a missing header and stray text are not worth reporting. */
function nothingFound(faults: readonly Fault[]): Fault[] {
  const others = faults.filter(({ kind }) => kind !== 'noHeader' && kind !== 'strayText');
  return [{ kind: 'noCues', line: null }, ...others];
}

const readers: Record<
  TranscriptFormat,
  (text: string) => { facts?: TranscriptFacts; blocks: TimedBlock[]; faults: Fault[] }
> = {
  webvtt: readWebVtt,
  subrip: readSubRip,
  sbv: readSbv,
  captionDump: readCaptionDump,
  stampedText: readStampedText,
  markup: readCaptionMarkup,
  json: readCaptionJson,
  jitsi: readJitsi,
  subtitleScript: readSubtitleScript,
  microDvd: readMicroDvd,
  table: readCaptionTable,
};
