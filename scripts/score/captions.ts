import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readTranscript } from '#captions';

const labels = z.object({
  cues: z.array(z.object({ start_ms: z.number().nullable(), end_ms: z.number(), text: z.string() })),
});
const malformed = z.record(z.string(), labels);

const WELL_FORMED = ['talk-40.vtt', 'talk-40-zoom.vtt', 'talk-40.srt', 'talk-40.sbv', 'captions-40.txt'];

/** Prints of how many labelled captions start, end and text are read as they should be, file by file. */
export function scoreCaptions(folder: string): void {
  const load = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { cues: all } = labels.parse(load('expected-40.json'));
  const expected = [
    ...WELL_FORMED.map((name) => [name, all] as const),
    ...Object.entries(malformed.parse(load('expected-malformed.json'))).map(
      ([name, { cues }]) => [name, cues] as const,
    ),
  ];
  for (const [name, cues] of expected) {
    const read = readTranscript(readFileSync(join(folder, name))).transcript.cues;
    const right = cues.filter(({ start_ms: start, end_ms: end, text }) =>
      read.some((cue) => cue.text === text && cue.end === end && (start === null || cue.start === start)),
    );
    console.log(`${name.padEnd(20)} ${right.length} of ${cues.length} captions, ${read.length} read`);
  }
}
