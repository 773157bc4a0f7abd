import { readCueText } from './cueText.ts';
import type { Fault } from './faults.ts';
import type { TimedBlock } from './readTimedBlocks.ts';
import { nameSpeakers } from './speakerNames.ts';
import type { Cue, TranscriptFormat } from './transcript.ts';

/** Converts blocks into cues: plain text, speakers, ordered by start, without empty cues and duplicates. */
export function tidyCues(
  blocks: readonly TimedBlock[],
  format: TranscriptFormat,
): { cues: Cue[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const cues: Cue[] = [];
  let latest = 0;
  for (const { start, end, text, line, speaker: named = null } of blocks) {
    const spoken = readCueText(text, { isWebVtt: format === 'webvtt' }).map(({ speaker, text: words }) => ({
      speaker: speaker ?? named,
      text: words,
    }));
    if (spoken.length === 0) {
      faults.push({ kind: 'emptyCue', line });
      continue;
    }
    const key = JSON.stringify([start, end, spoken]);
    // Plain transcripts give several turns one time: “yes” may be said twice in it.
    if (format !== 'stampedText' && seen.has(key)) {
      faults.push({ kind: 'duplicateCue', line });
      continue;
    }
    seen.add(key);
    if (start < latest) faults.push({ kind: 'outOfOrder', line });
    latest = Math.max(latest, start);
    for (const part of spoken) cues.push({ start, end, ...part });
  }
  const ordered = cues.toSorted((a, b) => a.start - b.start);
  return { cues: nameSpeakers(ordered), faults };
}
