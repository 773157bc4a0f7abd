import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { joinParagraphs, withoutOverlaps } from '../paragraphs.ts';
import { readTalkTitle } from '../talkTitle.ts';
import { readTranscript } from '../readTranscript.ts';
import { searchTranscript } from '../searchTranscript.ts';
import { youtubeId } from '../videoLink.ts';

const shared = join(import.meta.dirname, '../../../../shared');
const corpus = join(shared, 'corpus/transcripts');
const sample = join(shared, 'samples/coc-committee-talk.txt');
const isThere = existsSync(corpus) && existsSync(sample);
const MISSING = 'The transcript corpus is not beside the checkout (../shared/corpus/transcripts).';

const label = z.object({
  /** null: unknown from the file. */
  start_ms: z.number().nullable(),
  end_ms: z.number(),
  text: z.string(),
  speaker: z.string().optional(),
});
const labels = z.object({ cues: z.array(label) });
const malformed = z.record(z.string(), labels);
const factsOfTalk = z.looseObject({
  gaps: z.array(z.object({ afterCue: z.number(), gap_ms: z.number() })),
  words: z.number(),
  joinedSentence: z.string(),
});

const load = (name: string): unknown => JSON.parse(readFileSync(join(corpus, name), 'utf8'));
const readCorpus = (name: string) => readTranscript(readFileSync(join(corpus, name)));

test('the corpus is present in CI', (context) => {
  if (!isThere && process.env['CI'] === undefined) context.skip(MISSING);
  if (!isThere) throw new Error(MISSING);
  expect(existsSync(corpus)).toBe(true);
});

test.skipIf(!isThere).for([
  ['talk-40.vtt', true],
  ['talk-40-zoom.vtt', true],
  ['talk-40.srt', false],
  ['talk-40.sbv', false],
  ['captions-40.txt', false],
] as const)('%s: all 40 cues, and nothing to complain about', ([name, hasSpeakers]) => {
  const { transcript, problems } = readCorpus(name);
  expect(transcript.cues).toEqual(
    labels.parse(load('expected-40.json')).cues.map(({ start_ms, end_ms, text, speaker }) => ({
      start: start_ms,
      end: end_ms,
      speaker: hasSpeakers ? speaker : null,
      text,
    })),
  );
  expect(problems).toEqual([]);
});

/** The words that the report on each malformed file must contain. */
const warnings: Record<string, readonly RegExp[]> = {
  'malformed-1.srt': [/numbers are not consecutive/, /blank line before 2 cues is missing/],
  'malformed-2.vtt': [/no WEBVTT header/, /3 damaged time lines/],
  'malformed-3.srt': [/cut off/, /1 cue ends before/, /1 duplicate cue/, /out of order/],
  'malformed-4.txt': [/2 empty cues/],
  'malformed-5.sbv': [/not UTF-8/, /1 impossible time/],
};

test.skipIf(!isThere).for(Object.keys(warnings))(
  '%s: readable cues are kept and every fault is reported',
  (name) => {
    const expected = malformed.parse(load('expected-malformed.json'))[name]?.cues ?? [];
    const { transcript, problems } = readCorpus(name);
    expect(transcript.cues).toHaveLength(expected.length);
    for (const [index, { start, end, text }] of transcript.cues.entries()) {
      const wanted = expected[index];
      expect([start, end, text]).toEqual([wanted?.start_ms ?? start, wanted?.end_ms, wanted?.text]);
    }
    const titles = problems.map((problem) => problem.title).join('\n');
    for (const warning of warnings[name] ?? []) expect(titles).toMatch(warning);
  },
);

test.skipIf(!isThere)('the short link of a malformed dump means the same video', () => {
  expect(youtubeId(readCorpus('malformed-4.txt').transcript.videoUrl ?? '')).toBe('EOTvshd04Cg');
});

test.skipIf(!isThere)('the whole talk: every fact that its file holds', () => {
  const facts = factsOfTalk.parse(load('facts.json'));
  const { transcript } = readTranscript(readFileSync(sample));
  const { cues } = transcript;
  expect({
    title: transcript.title,
    titleWithoutSpeakers: readTalkTitle(transcript.title ?? '', transcript.description).title,
    publicationDate: transcript.date,
    playlist: transcript.playlist,
    speakers: transcript.speakers,
    scheduleUrl: transcript.scheduleUrl,
    videoUrl: transcript.videoUrl,
    youtubeId: youtubeId(transcript.videoUrl ?? ''),
    cuesWithText: cues.length,
    duration_ms_atLeast: cues.at(-1)?.end,
    words: cues.flatMap((cue) => cue.text.split(' ')).length,
    // Three paragraphs, and the link to the schedule below them.
    descriptionParagraphs: (transcript.description?.split('\n\n').length ?? 0) - 1,
  }).toMatchObject(
    pick(facts, [
      'title',
      'titleWithoutSpeakers',
      'publicationDate',
      'playlist',
      'speakers',
      'scheduleUrl',
      'videoUrl',
      'youtubeId',
      'cuesWithText',
      'duration_ms_atLeast',
      'words',
      'descriptionParagraphs',
    ]),
  );
  const wanted = labels.parse(load('expected-full-talk.json')).cues.filter(({ text }) => text !== '');
  expect(cues.map(({ start, end, text }) => [start, end, text])).toEqual(
    wanted.map(({ start_ms, end_ms, text }) => [start_ms, end_ms, text]),
  );
});

test.skipIf(!isThere)(
  'the whole talk as paragraphs: gaps are found, no word is lost or repeated, search spans cues',
  () => {
    const facts = factsOfTalk.parse(load('facts.json'));
    const { cues } = readTranscript(readFileSync(sample)).transcript;
    const single = withoutOverlaps(cues);
    const gaps = single.flatMap((cue, index) => {
      const gap = (single[index + 1]?.start ?? cue.end) - cue.end;
      return gap > 0 ? { afterCue: index + 1, gap_ms: gap } : [];
    });
    expect(gaps).toEqual(facts.gaps);
    const paragraphs = joinParagraphs(cues);
    const text = paragraphs.map((paragraph) => paragraph.text).join(' ');
    expect(text.split(' ')).toHaveLength(facts.words);
    expect(text.startsWith(facts.joinedSentence)).toBe(true);
    expect(searchTranscript(paragraphs, 'community update 2020').map((hit) => hit.start)).toEqual([4_560]);
  },
);

function pick(from: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}
