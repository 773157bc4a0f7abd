import { expect, test } from 'vitest';
import { barFormat, type NextMeeting } from '#cli/commands/nextFormats.ts';
import { jsonText } from '#cli/occurrenceJson.ts';
import { anOccurrence } from '../builders/anOccurrence.ts';

const titled = (title: string): NextMeeting => ({
  occurrence: anOccurrence({ title }),
  startsInMs: 300_000,
  countdown: 'in 5 min',
  when: 'Thu 26 Nov 18:00–19:00',
  elsewhere: [],
});

test('i3blocks gets a plain title, or Pango markup if its block asks for it', () => {
  const meeting = titled('<b>Q&A</b>');
  expect(barFormat('i3blocks', {})?.(meeting)).toContain('<b>Q&A</b> in 5 min\n');
  expect(barFormat('i3blocks', { markup: 'pango' })?.(meeting)).toContain(
    '&lt;b&gt;Q&amp;A&lt;/b&gt; in 5 min\n',
  );
});

test('--json escapes control characters, and parses to the same text', () => {
  const title = 'A\u009B2J B\u007F C\u202Egpj.exe D\u2028E é 🚀';
  const text = jsonText({ title });
  expect(text).not.toMatch(/[\u007f-\u009f\u2028\u202e]/);
  expect(text).toContain('é 🚀');
  expect(JSON.parse(text)).toEqual({ title });
});
