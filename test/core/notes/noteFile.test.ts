import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  excerptOf,
  headingOf,
  newNoteFile,
  noFields,
  noteFileText,
  parseNoteFile,
  withFields,
} from '#core/notes/noteFile.ts';

const foreign = [
  '---',
  '# kept by hand',
  'tags: [k8s,   "office hours"]',
  "title:   'Office Hours'   # as announced",
  'occurrence: feed|uid|2026-11-20T17:00:00.000Z',
  'aliases:',
  '    - kOps',
  '---',
  '',
  'Text',
  '',
].join('\n');

test('fields of ours are read, whatever stands beside them', () => {
  const file = parseNoteFile(foreign);
  expect(file.fields).toEqual({
    ...noFields,
    title: 'Office Hours',
    occurrence: 'feed|uid|2026-11-20T17:00:00.000Z',
    start: null,
  });
  expect(file.body).toBe('Text\n');
});

test('a file that is read and written is the same, byte for byte', () => {
  for (const text of [
    foreign,
    foreign.replaceAll('\n', '\r\n'),
    `\uFEFF${foreign}`,
    '',
    'No front matter\n',
    '---\n---\n',
  ])
    expect(noteFileText(parseNoteFile(text))).toBe(text);
});

test('another title changes its value alone', () => {
  const text = noteFileText(withFields(parseNoteFile(foreign), { title: 'kOps: Office Hours' }));
  expect(text).toBe(foreign.replace("'Office Hours'   #", '"kOps: Office Hours"   #'));
});

test('a field that is not there yet is added below the others', () => {
  const text = noteFileText(withFields(parseNoteFile(foreign), { start: '2026-11-20T17:00:00.000Z' }));
  expect(text).toBe(foreign.replace('    - kOps\n', '    - kOps\nstart: 2026-11-20T17:00:00.000Z\n'));
});

test('Windows line ends stay, also in what is added', () => {
  const text = noteFileText(withFields(parseNoteFile('---\r\na: 1\r\n---\r\nText\r\n'), { title: 'T' }));
  expect(text).toBe('---\r\na: 1\r\ntitle: T\r\n---\r\nText\r\n');
});

test('a rule at the top of a text is no front matter', () => {
  const text = '---\nJust a line, then: [broken\n---\nText\n';
  const file = parseNoteFile(text);
  expect(file.body).toBe(text);
  expect(file.fields).toEqual(noFields);
  expect(noteFileText(withFields(file, {}))).toBe(text);
});

test('marks inside the text do not end the front matter of a file without one', () => {
  const text = 'Text\n---\ntitle: no\n---\n';
  expect(parseNoteFile(text)).toMatchObject({ head: '', fields: { title: null }, body: text });
});

const wildText = fc.string({
  unit: fc.constantFrom('a', 'é', '"', "'", ':', '#', '-', '|', ' ', '\n', '[', '{', '&', '\\', '日'),
});

test('a new file gives back what was put in', () => {
  fc.assert(
    fc.property(wildText, wildText, wildText, (title, occurrence, body) => {
      const text = noteFileText(newNoteFile({ ...noFields, title, occurrence, start: '2026-11-24' }, body));
      const file = parseNoteFile(text);
      expect(file.fields).toEqual({ ...noFields, title, occurrence, start: '2026-11-24' });
      expect(file.body).toBe(body);
    }),
  );
});

test('changing a field keeps every other line, whatever the values are', () => {
  fc.assert(
    fc.property(wildText, (title) => {
      const changed = withFields(parseNoteFile(foreign), { title });
      const again = parseNoteFile(noteFileText(changed));
      expect(again.fields.title).toBe(title);
      expect(again.fields.occurrence).toBe('feed|uid|2026-11-20T17:00:00.000Z');
      expect(noteFileText(again)).toContain('tags: [k8s,   "office hours"]\n');
      expect(noteFileText(again)).toContain('aliases:\n    - kOps\n---\n');
    }),
  );
});

test('an excerpt repeats neither the line of the date nor the documents of a template', () => {
  const body =
    '# Docs\n\nTuesday 24 November 2026, 17:00–18:00 (Europe/Berlin)\n\n- [Agenda](https://x)\n\n#survey and [[Road#Top|the road]], [[Roadmap]]\n';
  expect(excerptOf(body)).toBe('#survey and the road, Roadmap');
  expect(excerptOf('Friday 20 November 2026, 5:30 PM – 6:30 PM (UTC)\nwords')).toBe('words');
  expect(excerptOf('Friday 20 November 2026 was long')).toBe('Friday 20 November 2026 was long');
});

test('an excerpt is the first words, without marks, headings and empty boxes', () => {
  const body = '# Title\n\n- [ ] \n- [x] **Ship** the [release](https://example.org)\n> and `rest`\n';
  expect(excerptOf(body)).toBe('Ship the release and rest');
  expect(excerptOf('word '.repeat(100))).toHaveLength(160);
  expect(headingOf('Text\n## Second ##\n')).toBe('Second');
  expect(headingOf('Text')).toBeNull();
});

test('a value over several lines is replaced as a whole', () => {
  const text = noteFileText(
    withFields(parseNoteFile('---\ntitle: |\n  Two\n  lines\na: 1\n---\nText\n'), { title: 'One' }),
  );
  expect(text).toBe('---\ntitle: One\na: 1\n---\nText\n');
});

describe('front matter that is no YAML', () => {
  const written = [
    '---',
    'title: Harbour: crew (split: all)',
    "series: 'feed|uid'",
    'tags: [boats',
    'occurrence: feed|uid|2026-11-20T17:00:00.000Z',
    '---',
    '',
    'Text',
    '',
  ];

  test.each(['\n', '\r\n'])('gives our fields line by line and loses nothing', (lineEnd) => {
    const text = written.join(lineEnd);
    const file = parseNoteFile(text);
    expect(file.fields).toMatchObject({
      title: 'Harbour: crew (split: all)',
      series: 'feed|uid',
      occurrence: 'feed|uid|2026-11-20T17:00:00.000Z',
    });
    expect(file.body).toBe('Text\n');
    expect(noteFileText(file)).toBe(text);
  });

  test('only the line of a value that changes is written', () => {
    const file = withFields(parseNoteFile(written.join('\n')), { title: 'Other: crew', zone: 'UTC' });
    const lines = noteFileText(file).split('\n');
    expect(lines).toContain('title: "Other: crew"');
    expect(lines).toContain('zone: UTC');
    expect(lines).toContain('tags: [boats');
    expect(parseNoteFile(noteFileText(file)).fields).toMatchObject({ title: 'Other: crew', zone: 'UTC' });
  });

  test('stays text where it has no key of ours, or lines that are none of it', () => {
    for (const text of ['---\nmood: a: b\n---\nText\n', '---\ntitle: a: b\n> said\n---\nText\n'])
      expect(parseNoteFile(text)).toMatchObject({ head: '', body: text });
  });
});
