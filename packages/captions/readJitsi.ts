import { HOUR, SECOND } from '#base';
import { clockMs } from './clockText.ts';
import type { Fault } from './faults.ts';
import type { TimedBlock } from './readTimedBlocks.ts';

/** The output of Jitsi's own transcriber: `<7:35:26 AM> Ana Example: text` between a header and a footer. */

const HEAD = /^Transcript of conference held at .{1,300}$/m;
const TIME = String.raw`(\d{1,2}:\d{2}:\d{2})\s?([AP]M)?`;
const STARTED = new RegExp(`^Transcript, started at ${TIME}`, 'm');
const SPEECH = new RegExp(`^<${TIME}> ([^:]{1,80}):(.*)$`, 'i');
/** Joining, leaving and raised hands are not speech. */
const EVENT = new RegExp(
  `^<${TIME}> .{1,80} (?:joined the conference|left the conference|raised their hand)`,
  'i',
);
const RULER = /^_+$/;
const END = /^End of transcript at /;
const LAST_MS = 5 * SECOND;
const DAY_MS = 24 * HOUR;
const NOON = 12 * HOUR;

export const isJitsiTranscript = (text: string): boolean =>
  HEAD.test(text.slice(0, 1000)) && STARTED.test(text);

function timeOfDay(clock: string | undefined, half: string | undefined): number | null {
  const ms = clock === undefined ? null : clockMs(clock);
  if (ms === null || half === undefined) return ms;
  return (ms % NOON) + (half.toUpperCase() === 'PM' ? NOON : 0);
}

/** Reads Jitsi's transcript; times are counted from its start. */
export function readJitsi(text: string): { blocks: TimedBlock[]; faults: Fault[] } {
  const faults: Fault[] = [{ kind: 'timesOfDay', line: null }];
  const [, clock, half] = STARTED.exec(text) ?? [];
  const origin = timeOfDay(clock, half) ?? 0;
  const spoken: { start: number; speaker: string; text: string[]; line: number }[] = [];
  let isBegun = false;
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trim();
    const [, at, halfOfDay, speaker, said = ''] = SPEECH.exec(line) ?? [];
    const time = timeOfDay(at, halfOfDay);
    if (END.test(line)) break;
    if (STARTED.test(line)) isBegun = true;
    else if (isBegun && time !== null && speaker !== undefined && !EVENT.test(line))
      spoken.push({
        start: (time - origin + DAY_MS) % DAY_MS,
        speaker,
        text: [said.trim()],
        line: index + 1,
      });
    else if (isBegun && line !== '' && !RULER.test(line) && !EVENT.test(line)) {
      const last = spoken.at(-1);
      if (last === undefined) faults.push({ kind: 'strayText', line: index + 1 });
      else last.text.push(line);
    }
  }
  const blocks = spoken.map(({ start, speaker, text: said, line }, index) => {
    const next = spoken[index + 1]?.start ?? start;
    return { start, end: next > start ? next : start + LAST_MS, speaker, text: said.join('\n'), line };
  });
  // Jitsi heard something but transcribed nothing.
  return { blocks: blocks.filter((block) => block.text.trim() !== ''), faults };
}
