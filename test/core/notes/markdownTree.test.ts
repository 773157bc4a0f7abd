import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { markdownTree } from '#core/notes/markdownTree.ts';

const html = (body: string): string => toHtml(markdownTree(body)).replaceAll('\n', '');

test('HTML in a note is left out', () => {
  expect(html('a <b onclick="x()">b</b>\n\n<script>alert(1)</script>')).toBe('<p>a b</p>');
});

test('a box knows its line, also in nested lists and loose ones', () => {
  expect(html('text\n\n- [ ] one\n  - [x] two\n\n- [ ] three')).toMatch(
    /data-line="3".*data-line="4".*data-line="6"/u,
  );
});

test('stamps of the meeting’s clock are elements, but not in code', () => {
  expect(html('[[12:34]] said, `[[1:02]]`, [[nothing]] and [[1:02:03]]')).toBe(
    '<p><time>12:34</time> said, <code>[[1:02]]</code>, <a href="note:nothing">nothing</a> and <time>1:02:03</time></p>',
  );
});

test('tables, code and strikethrough are understood', () => {
  expect(html('|a|\n|-|\n|~~b~~|')).toContain('<td><del>b</del></td>');
});

test('a box without words is a box, and double brackets are a link to a note', () => {
  const found = JSON.stringify(markdownTree('- [ ] \n- [x]\n\n[[SIG Docs]] and [[old/a|the old one]]'));
  expect(found.match(/"tagName":"input"/gu)).toHaveLength(2);
  expect(found).toContain('"href":"note:SIG Docs"');
  expect(found).toContain('"value":"the old one"');
});

test('lines of a paragraph stay lines, also in an item and with marks', () => {
  expect(html('one\n**two\nthree**\n\n- a\nb [c\nd](https://example.org)')).toBe(
    '<p>one<br><strong>two<br>three</strong></p><ul><li>a<br>b <a href="https://example.org">c<br>d</a></li></ul>',
  );
  expect(html('`one\ntwo`\n\n```\none\ntwo\n```')).not.toContain('<br>');
});

test('blocks of a note with letters from the right have the direction of their first letter', () => {
  expect(html('# שלום\n\nhello\n\n- פריט\n\n  more\n\n> ציטוט')).toBe(
    '<h1 dir="auto">שלום</h1><p dir="auto">hello</p><ul dir="auto"><li><p>פריט</p><p>more</p></li></ul><blockquote dir="auto"><p>ציטוט</p></blockquote>',
  );
  expect(html('# Hello')).toBe('<h1>Hello</h1>');
});
