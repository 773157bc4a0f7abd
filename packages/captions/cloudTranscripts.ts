import { z } from 'zod';
import { SECOND } from '#base';

/** The JSON of transcription services: Deepgram, AssemblyAI and Rev AI. Each has a distinct shape. */

/** An utterance; times in ms. */
export interface CloudUtterance {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: string | null;
}

const speakerOf = (speaker: string | number | null | undefined): string | null =>
  speaker === null || speaker === undefined ? null : `Speaker ${speaker}`;
const speaker = z.union([z.string(), z.number()]).nullish();
const time = z.number().nonnegative();

const deepgram = z.object({
  results: z.object({
    utterances: z.array(z.object({ start: time, end: time, transcript: z.string(), speaker })).optional(),
    channels: z
      .array(
        z.object({
          alternatives: z
            .array(
              z.object({
                words: z
                  .array(
                    z.object({
                      start: time,
                      end: time,
                      word: z.string(),
                      punctuated_word: z.string().optional(),
                      speaker,
                    }),
                  )
                  .default([]),
              }),
            )
            .default([]),
        }),
      )
      .default([]),
  }),
});

/** Times are integers in ms. */
const assembly = z.object({
  utterances: z.array(
    z.object({ start: time.int(), end: time.int(), text: z.string(), confidence: z.number(), speaker }),
  ),
});
const assemblyWords = z.object({
  audio_url: z.string(),
  words: z.array(z.object({ start: time.int(), end: time.int(), text: z.string(), speaker })),
});

const rev = z.object({
  monologues: z.array(
    z.object({
      speaker,
      elements: z.array(
        z.object({
          type: z.string(),
          value: z.string().default(''),
          ts: time.optional(),
          end_ts: time.optional(),
        }),
      ),
    }),
  ),
});

const SENTENCE_END = /[.?!…。？！]["'”’)]*$/;

/** Joins words into sentences; another speaker begins a new one. */
function sentences(words: readonly CloudUtterance[]): CloudUtterance[] {
  const found: CloudUtterance[] = [];
  let isOpen = false;
  for (const word of words) {
    const last = found.at(-1);
    if (isOpen && last !== undefined && last.speaker === word.speaker)
      found[found.length - 1] = {
        ...last,
        end: Math.max(last.end, word.end),
        text: `${last.text} ${word.text}`,
      };
    else found.push(word);
    isOpen = !SENTENCE_END.test(word.text);
  }
  return found;
}

function ofDeepgram({ results }: z.infer<typeof deepgram>): CloudUtterance[] {
  const inMs = (
    one: { start: number; end: number; speaker?: string | number | null | undefined },
    text: string,
  ) => ({
    start: one.start * SECOND,
    end: one.end * SECOND,
    text,
    speaker: speakerOf(one.speaker),
  });
  if (results.utterances !== undefined) return results.utterances.map((one) => inMs(one, one.transcript));
  return results.channels.flatMap(({ alternatives: [best] }) =>
    sentences((best?.words ?? []).map((word) => inMs(word, word.punctuated_word ?? word.word))),
  );
}

/** Punctuation has no time; it belongs to the word before. */
function ofRev({ monologues }: z.infer<typeof rev>): CloudUtterance[] {
  return monologues.flatMap((monologue) => {
    const words: CloudUtterance[] = [];
    for (const { type, value, ts, end_ts: end } of monologue.elements) {
      const last = words.at(-1);
      if (type === 'text' && ts !== undefined)
        words.push({
          start: ts * SECOND,
          end: (end ?? ts) * SECOND,
          text: value,
          speaker: speakerOf(monologue.speaker),
        });
      else if (type === 'punct' && last !== undefined && value.trim() !== '')
        words[words.length - 1] = { ...last, text: `${last.text}${value.trim()}` };
    }
    return sentences(words);
  });
}

interface Assembled {
  start: number;
  end: number;
  text: string;
  speaker?: string | number | null | undefined;
}
const inMs = ({ start, end, text, speaker: who }: Assembled): CloudUtterance => ({
  start,
  end,
  text,
  speaker: speakerOf(who),
});

/** The utterances in the JSON of such a service; null for other JSON. */
export function readCloudTranscript(value: unknown): CloudUtterance[] | null {
  const asDeepgram = deepgram.safeParse(value).data;
  if (asDeepgram !== undefined) return ofDeepgram(asDeepgram);
  const asRev = rev.safeParse(value).data;
  if (asRev !== undefined) return ofRev(asRev);
  const asAssembly = assembly.safeParse(value).data;
  if (asAssembly !== undefined) return asAssembly.utterances.map(inMs);
  const words = assemblyWords.safeParse(value).data?.words;
  return words === undefined ? null : sentences(words.map(inMs));
}
