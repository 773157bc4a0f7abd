import { z } from 'zod';
import { SECOND } from '#base';
import { clockMs } from './clockText.ts';
import type { Fault } from './faults.ts';
import { readCloudTranscript } from './cloudTranscripts.ts';
import type { TimedBlock } from './readTimedBlocks.ts';

/** Machine-readable captions: the JSON of Whisper, whisper.cpp and YouTube, and Whisper's tables. */

const seconds = z.union([z.number(), z.string().regex(/^\d+(?:\.\d+)?$/)]).transform(Number);

/** Whisper, and programs with the same format. */
const whisperSegment = z
  .object({ start: seconds, end: seconds, text: z.string(), speaker: z.string().nullish() })
  .transform(({ start, end, text, speaker }) => ({
    start: start * SECOND,
    end: end * SECOND,
    text,
    speaker: speaker ?? null,
  }));

/** whisper.cpp: offsets in ms, and the same as clock times. */
const cppSegment = z
  .object({
    offsets: z.object({ from: z.number(), to: z.number() }).optional(),
    timestamps: z.object({ from: z.string(), to: z.string() }).optional(),
    text: z.string(),
  })
  .transform(({ offsets, timestamps, text }, context) => {
    const start = offsets?.from ?? clockMs(timestamps?.from ?? '');
    const end = offsets?.to ?? clockMs(timestamps?.to ?? '');
    if (start !== null && end !== null) return { start, end, text, speaker: null };
    context.addIssue('It has no times');
    return z.NEVER;
  });

/** Captions of a video as a plain list. */
const startAndDuration = z
  .object({ start: seconds, duration: seconds, text: z.string() })
  .transform(({ start, duration, text }) => ({
    start: start * SECOND,
    end: (start + duration) * SECOND,
    text,
    speaker: null,
  }));

/** YouTube's `json3`: one event for each line, its words separate. */
const youTubeEvent = z
  .object({
    tStartMs: z.number(),
    dDurationMs: z.number().default(0),
    segs: z.array(z.object({ utf8: z.string().default('') })),
  })
  .transform(({ tStartMs, dDurationMs, segs }) => ({
    start: tStartMs,
    end: tStartMs + dDurationMs,
    text: segs.map(({ utf8 }) => utf8).join(''),
    speaker: null,
  }));

const anySegment = z.union([whisperSegment, startAndDuration, cppSegment, youTubeEvent]);

const listIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  const named = z.record(z.string(), z.unknown()).safeParse(value).data ?? {};
  for (const name of ['segments', 'transcription', 'events', 'transcript', 'chunks'])
    if (Array.isArray(named[name])) return named[name];
  return [];
};

/** YouTube events without words only open a window on the screen. */
const isWordless = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'tStartMs' in value && !('segs' in value);

/** Reads JSON with a list of timed texts. Invalid entries are skipped and counted. */
export function readCaptionJson(text: string): { blocks: TimedBlock[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const blocks: TimedBlock[] = [];
  const whole = parsed(text);
  const segments =
    readCloudTranscript(whole) ??
    listIn(whole)
      .filter((one) => !isWordless(one))
      .map((one) => anySegment.safeParse(one).data);
  for (const data of segments) {
    const isPossible = data !== undefined && data.start >= 0 && data.end >= data.start;
    if (!isPossible) faults.push({ kind: 'unreadableCue', line: null });
    else
      blocks.push({
        ...data,
        start: Math.round(data.start),
        end: Math.round(data.end),
        line: blocks.length + 1,
      });
  }
  return { blocks, faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Reads Whisper's table: `start`, `end` in ms and `text`, separated by tabs, or by commas with the text in quotes. Tables
 * with fractions are in seconds.
 */
export function readCaptionTable(text: string): { blocks: TimedBlock[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const blocks: TimedBlock[] = [];
  const unit = /^\d+\.\d+[\t,]|^\d+[\t,]\d+\.\d/m.test(text) ? SECOND : 1;
  for (const [index, line] of text.split('\n').entries()) {
    if (index === 0 || line.trim() === '') continue;
    const [, start = '', end = '', written = ''] =
      /^(\d{1,12}(?:\.\d{1,9})?)[\t,](\d{1,12}(?:\.\d{1,9})?)[\t,](.*)$/.exec(line) ?? [];
    const [from, to] = [Math.round(Number(start) * unit), Math.round(Number(end) * unit)];
    const quoted = /^"(.*)"$/.exec(written.trim())?.[1]?.replaceAll('""', '"');
    if (start === '' || to < from) faults.push({ kind: 'unreadableCue', line: index + 1 });
    else blocks.push({ start: from, end: to, text: quoted ?? written, line: index + 1 });
  }
  return { blocks, faults };
}

export const isCaptionTable = (text: string): boolean => /^start[\t,]end[\t,]text\s*\n/i.test(text);
