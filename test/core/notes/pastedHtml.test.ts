import type { Element, ElementContent, Root } from 'hast';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { markdownOfHtml } from '#core/notes/pastedHtml.ts';
import { cpuTimeOf } from '../../cpuTime.ts';

type Parsed = ReturnType<typeof parseDocument>['children'][number];

/** The tree that the window gets from the browser's parser, with the properties that matter here. */
function toHast(node: Parsed): ElementContent[] {
  if (node.nodeType === 3 && 'data' in node) return [{ type: 'text', value: node.data }];
  if (!('attribs' in node)) return [];
  const { checked, 'aria-checked': ariaChecked, class: classes, ...attributes } = node.attribs;
  const properties: Element['properties'] = {
    ...attributes,
    ...(classes !== undefined && { className: classes.split(' ') }),
    ...(checked !== undefined && { checked: true }),
    ...(ariaChecked !== undefined && { ariaChecked }),
  };
  return [{ type: 'element', tagName: node.name, properties, children: node.children.flatMap(toHast) }];
}

const paste = (html: string): string | null => {
  const root: Root = { type: 'root', children: parseDocument(html).children.flatMap(toHast) };
  return markdownOfHtml(root);
};

const span = (words: string, style = 'font-weight:400;font-style:normal'): string =>
  `<span style="font-size:11pt;font-family:Arial;color:#000;${style};text-decoration:none;white-space:pre-wrap;">${words}</span>`;

test('Google Docs wraps all in a bold that is none, and writes bold and italics as styles', () => {
  const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr">${span('Freeze', 'font-weight:700')}</h2><p dir="ltr">${span('The freeze ')}${span('moves', 'font-weight:700')}${span(' to ')}${span('December', 'font-style:italic')}${span('.')}</p></b><br class="Apple-interchange-newline">`;
  expect(paste(html)).toBe('## Freeze\n\nThe freeze **moves** to *December*.');
});

test('its inner lists stand beside their item, and its checklists have a role', () => {
  const item = (words: string, more = ''): string =>
    `<li dir="ltr" aria-level="1" ${more}><p dir="ltr" role="presentation">${span(words)}</p></li>`;
  expect(
    paste(`<b style="font-weight:normal"><ul>${item('one')}<ul>${item('inner')}</ul>${item('two')}</ul></b>`),
  ).toBe('- one\n  - inner\n- two');
  const image = '<img src="data:image/png;base64,AAAA" aria-roledescription="checkbox">';
  expect(
    paste(
      `<ul><li role="checkbox" aria-checked="false">${image}<p>${span('open')}</p></li><li role="checkbox" aria-checked="true">${image}<p>${span('done')}</p></li></ul>`,
    ),
  ).toBe('- [ ] open\n- [x] done');
});

test('its links are freed from the address that counts clicks', () => {
  expect(
    paste(
      '<p>See <a href="https://www.google.com/url?q=https://example.org/a?b%3D1&sa=D&usg=x">this</a></p>',
    ),
  ).toBe('See [this](https://example.org/a?b=1)');
});

test('a page keeps its structure: numbers, quotes, code and tables', () => {
  expect(paste('<ol start="3"><li>three</li><li>four</li></ol>')).toBe('3. three\n4. four');
  expect(paste('<blockquote><p>said <code>x = 1</code></p></blockquote>')).toBe('> said `x = 1`');
  expect(paste('<pre><code class="language-js">a\nb</code></pre>')).toBe('```js\na\nb\n```');
  expect(
    paste(
      '<table><thead><tr><th>Theme</th><th>Owner</th></tr></thead><tbody><tr><td><p>Docs</p></td><td><b>Ada</b></td></tr></tbody></table>',
    ),
  ).toBe('| Theme | Owner |\n| - | - |\n| Docs | **Ada** |');
  expect(paste('<p><s>gone</s> and <em><strong>both</strong></em></p>')).toBe('~~gone~~ and ***both***');
});

test('scripts, styles and links that are no pages are left out, and a picture is only an address', () => {
  const html = `<style>p{}</style><p onclick="x()">a <a href="javascript:alert(1)">b</a> <a href="file:///etc/passwd">c</a></p><script>alert(1)</script><iframe src="https://example.org"></iframe><p><img src="https://example.org/p.png" alt="a map"><img src="data:image/png;base64,AAAA"><img src="file:///x.png"></p>`;
  expect(paste(html)).toBe('a b c\n\n![a map](https://example.org/p.png)');
});

/** A list paragraph as Word copies it. */
const wordItem = (marker: string, words: string, level = 1): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><b>${words}</b> and more<o:p></o:p></p>`;

test('the list paragraphs of Word become lists, with their levels and numbers', () => {
  const html = `<p class=MsoNormal>Before<o:p></o:p></p>
${wordItem('·', 'one')}

${wordItem('o', 'inner', 2)}
${wordItem('·', 'two')}
<p class=MsoNormal>Between</p>${wordItem('3.', 'three')}${wordItem('4.', 'four')}${wordItem('a)', 'letter', 2)}`;
  expect(paste(html)).toBe(
    [
      'Before',
      '- **one** and more\n  - **inner** and more\n- **two** and more',
      'Between',
      '3. **three** and more\n4. **four** and more\n   1. **letter** and more',
    ].join('\n\n'),
  );
});

test('a list of Word that begins at an inner level keeps its words', () => {
  expect(paste(wordItem('·', 'deep', 3))).toContain('**deep** and more');
});

test('what has only words is pasted as words', () => {
  expect(paste('<div><span style="color:red">only</span> words</div>')).toBe(null);
  expect(paste('<meta charset="utf-8"><p>one</p><p>two</p>')).toBe(null);
});

test('bold around bold is one bold, and a bold gap is none', () => {
  expect(paste('<p><b>a <strong>b</strong></b><b> </b>c</p>')).toBe('**a b** c');
});

test.each([
  ['lists without an item', `<ul>${'<ul></ul>'.repeat(50_000)}</ul><b>x</b>`],
  ['list paragraphs of Word', `<p style="mso-list:l0 level2 lfo1">a</p>`.repeat(10_000) + '<b>x</b>'],
  ['lists after an item', `<ul><li>a</li>${'<ul><li>b</li></ul>'.repeat(10_000)}</ul>`],
])('thousands of %s take no time that grows with their square', (_, html) => {
  expect(cpuTimeOf(() => expect(paste(html)).not.toBeNull())).toBeLessThan(8_000);
});

test('code keeps its language, which pages and GitHub write in different places', () => {
  const fenced = '```sh\nmake all\n```';
  expect(paste('<p>Run</p><pre><code class="hljs language-sh">make all</code></pre>')).toBe(
    `Run\n\n${fenced}`,
  );
  expect(paste('<div class="highlight highlight-source-sh"><pre>make <span>all</span></pre></div>')).toBe(
    fenced,
  );
  expect(paste('<pre><code>make all</code></pre>')).toBe('```\nmake all\n```');
});
