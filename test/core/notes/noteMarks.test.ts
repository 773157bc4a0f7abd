import { describe, expect, test } from 'vitest';
import { marksOf, withoutKeys, withPin } from '#core/notes/frontMatter.ts';
import { noteFileText, parseNoteFile } from '#core/notes/noteFile.ts';
import { dateInName, firstWords, hasFirstLine, isProvisional, withoutDate } from '#core/notes/noteName.ts';
import { hasTag, tagsOf } from '#core/notes/tags.ts';

describe('tags', () => {
  test('are words after # in the text, but not in code, addresses or headings', () => {
    const body =
      '# Title\n#one and #two/three, see x#four, https://a/b#five\n`#six` #7 #v8\n```\n#nine\n```\n';
    expect(tagsOf([], body)).toEqual(['one', 'two/three', 'v8']);
  });

  test('come from the front matter too, and differ in more than case', () => {
    const { head } = parseNoteFile('---\ntags: [Docs, "#survey"]\n---\n\nx');
    expect(tagsOf(marksOf(head).tags, 'about #docs #new')).toEqual(['Docs', 'survey', 'new']);
    expect(marksOf('---\ntags:\n  - a\n  - 2026\n---\n').tags).toEqual(['a', '2026']);
    expect(marksOf('---\ntags: a, b c\n---\n').tags).toEqual(['a', 'b', 'c']);
  });

  test('contain those below them', () => {
    expect(hasTag(['Release/1.36'], 'release')).toBe(true);
    expect(hasTag(['releases'], 'release')).toBe(false);
  });
});

describe('a pin', () => {
  const pinned = (text: string, isPinned = true) => noteFileText(withPin(parseNoteFile(text), isPinned));

  test('is a line of the front matter, and leaves all other lines as they are', () => {
    const text = '---\r\n# mine\r\ntitle: "x: y"\r\n---\r\n\r\nbody\r\n';
    const after = '---\r\n# mine\r\ntitle: "x: y"\r\npinned: true\r\n---\r\n\r\nbody\r\n';
    expect(pinned(text)).toBe(after);
    expect(marksOf(parseNoteFile(after).head).isPinned).toBe(true);
    expect(pinned(after, false)).toBe(text);
  });

  test('of a file without front matter comes and goes with it', () => {
    expect(pinned('just text\n')).toBe('---\npinned: true\n---\n\njust text\n');
    expect(pinned('---\npinned: true\n---\n\njust text\n', false)).toBe('just text\n');
  });

  test('that is set to false or written twice is replaced', () => {
    expect(pinned('---\npinned: false\n---\n\nx')).toBe('---\npinned: true\n---\n\nx');
  });
});

test('keys of the front matter are removed with all lines of their values', () => {
  const file = parseNoteFile('---\nzone: |\n  a\n  b\ntags:\n- x\nstart: 2026-11-24\n---\n\nbody');
  expect(noteFileText(withoutKeys(file, ['zone', 'start']))).toBe('---\ntags:\n- x\n---\n\nbody');
});

test('a note is named by its first words', () => {
  expect(firstWords('\n\n- [ ] Ask **Mira** about [the plan](https://x)\nmore')).toBe(
    'Ask Mira about the plan',
  );
  expect(firstWords('## Ideas for 2027')).toBe('Ideas for 2027');
  expect(firstWords('---\n- \n')).toBeNull();
  expect(firstWords('word '.repeat(30))).toHaveLength(59);
  expect(hasFirstLine('Ideas')).toBe(false);
  expect(hasFirstLine('Ideas\n')).toBe(true);
});

test('a file name may begin with a date, or be one that the app made up', () => {
  expect(dateInName('x/2026-11-12 Minutes.md')).toBe('2026-11-12');
  expect(dateInName('Minutes 2026-11-12.md')).toBe('2026-11-12');
  expect(dateInName('2026-13-12 Minutes.md')).toBeNull();
  expect(dateInName('2026-11-12/Minutes.md')).toBeNull();
  expect(withoutDate('2026-11-12 Minutes')).toBe('Minutes');
  expect(withoutDate('2026-11-12')).toBe('2026-11-12');
  expect(isProvisional('2026-11-24 Note 2.md')).toBe(true);
  expect(isProvisional('2026-11-24 Notes.md')).toBe(false);
});
