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
