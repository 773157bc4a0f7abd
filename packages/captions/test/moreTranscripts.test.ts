import { expect, test } from 'vitest';
import { readTranscript } from '../readTranscript.ts';

/** Invented subtitles of video programs and transcripts of services. */

const said = (text: string): string[] =>
  readTranscript(text).transcript.cues.map(
    ({ start, end, speaker, text: words }) => `${start / 1000}-${end / 1000} ${speaker ?? '?'}: ${words}`,
  );
const codes = (text: string): string[] => readTranscript(text).problems.map(({ code }) => code);

test('ASS: fields in the order of its header, without styling', () => {
  const text = [
    '[Script Info]',
    'Title: Harbour',
    '[V4+ Styles]',
    'Format: Name, Fontname',
    'Style: Default,Arial',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    'Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,not said',
    'Dialogue: 0,0:00:04.00,0:00:09.50,Default,Ana Example,0,0,0,,{\\i1}Oars up,{\\i0} all\\Nof you',
    'Dialogue: 0,0:00:09.50,0:00:12.00,Default,,0,0,0,,And down.',
    'Dialogue: 0,broken,0:00:12.00,Default,,0,0,0,,lost',
    'Dialogue: 0,0:00:12.00,0:00:13.00,Default,,0,0,0,,{\\p1}m 0 0 l 10 10',
  ].join('\n');
  expect(said(text)).toEqual(['4-9.5 Ana Example: Oars up, all of you', '9.5-12 ?: And down.']);
  expect(codes(text)).toEqual(['transcript/unreadableCue']);
});

test('MicroDVD: frames become seconds if the file has a frame rate', () => {
  const text = '{1}{1}25.000\n{100}{225}{y:i}Oars|up.\n{225}{300}And down.\n{9}{1}back\n';
  expect(said(text)).toEqual(['4-9 ?: Oars up.', '9-12 ?: And down.']);
  expect(codes(text)).toEqual(['transcript/unreadableCue']);
  expect(codes('{100}{225}Oars up.\n{225}{300}And down.\n')).toEqual([
    'transcript/noCues',
    'transcript/noFrameRate',
  ]);
});

test('Jitsi’s transcript: speech only, with times from its start', () => {
  const text = [
    'Transcript of conference held at 24 Nov, 2026 in room crew@conference.example.org',
    'Initial people present at 11:59:50 AM:',
    'Ana Example',
    '',
    'Transcript, started at 11:59:50 AM:',
    '____________________',
    '<11:59:52 AM> Bo Dijk joined the conference',
    '<11:59:54 AM> Ana Example: Oars up.',
    '<12:00:05 PM> Bo Dijk: And down.',
    '<12:00:09 PM> Bo Dijk: ',
    '<12:00:10 PM> Bo Dijk left the conference',
    '____________________',
    '',
    'End of transcript at 24 Nov, 2026 12:01:00 PM',
  ].join('\n');
  expect(said(text)).toEqual(['4-15 Ana Example: Oars up.', '15-19 Bo Dijk: And down.']);
  expect(codes(text)).toEqual(['transcript/timesOfDay']);
});

test('Deepgram: utterances, or sentences of its words', () => {
  const utterances = [{ start: 4, end: 9, transcript: 'Oars up.', speaker: 0, words: [] }];
  expect(said(JSON.stringify({ metadata: {}, results: { channels: [], utterances } }))).toEqual([
    '4-9 Speaker 0: Oars up.',
  ]);
  const words = [
    { word: 'oars', punctuated_word: 'Oars', start: 4, end: 5 },
    { word: 'up', punctuated_word: 'up.', start: 5, end: 6 },
    { word: 'down', punctuated_word: 'Down.', start: 9, end: 10 },
  ];
  expect(
    said(JSON.stringify({ results: { channels: [{ alternatives: [{ transcript: '', words }] }] } })),
  ).toEqual(['4-6 ?: Oars up.', '9-10 ?: Down.']);
});

test('AssemblyAI: utterances, or sentences of its words, in milliseconds', () => {
  const utterances = [{ start: 4000, end: 9000, text: 'Oars up.', confidence: 0.9, speaker: 'A', words: [] }];
  expect(said(JSON.stringify({ utterances }))).toEqual(['4-9 Speaker A: Oars up.']);
  const words = [
    { text: 'Oars', start: 4000, end: 5000, confidence: 0.9, speaker: null },
    { text: 'up.', start: 5000, end: 6000, confidence: 0.9, speaker: null },
  ];
  expect(said(JSON.stringify({ audio_url: 'https://example.org/a.mp3', words, utterances: null }))).toEqual([
    '4-6 ?: Oars up.',
  ]);
});

test('Rev AI: punctuation belongs to the word before it', () => {
  const elements = [
    { type: 'text', value: 'Oars', ts: 4, end_ts: 5, confidence: 1 },
    { type: 'punct', value: ' ' },
    { type: 'text', value: 'up', ts: 5, end_ts: 6, confidence: 1 },
    { type: 'punct', value: '. ' },
    { type: 'text', value: 'Down', ts: 9, end_ts: 10, confidence: 1 },
    { type: 'punct', value: '.' },
  ];
  expect(said(JSON.stringify({ monologues: [{ speaker: 1, elements }] }))).toEqual([
    '4-6 Speaker 1: Oars up.',
    '9-10 Speaker 1: Down.',
  ]);
});

test('lines that YouTube’s page shows above a transcript are not speech', () => {
  const text = 'Transcript\nSearch in video\n0:04\n4 seconds\nOars up.\n0:09\n9 seconds\nAnd down.\n';
  expect(said(text)).toEqual(['4-9 ?: Oars up.', '9-14 ?: And down.']);
});
