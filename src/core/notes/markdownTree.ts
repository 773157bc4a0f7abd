import type { Element, ElementContent, Root, Text } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';

const STAMP = /\[\[(\d{1,3}:\d{2}(?::\d{2})?)\]\]/;

/**
 * A note's GitHub-flavoured Markdown as a tree of HTML elements. HTML in the text is omitted. Addresses are unchanged,
 * so the renderer decides what to do with links and images.
 * A checkbox has its line as `dataLine` (from 1) and the words of its item as its name; a time stamp of the meeting's clock is a `time` element.
 */
export function markdownTree(body: string): Root {
  const parsed = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const tree = toHast(parsed, { allowDangerousHtml: false });
  const children = tree.type === 'root' ? tree.children : [];
  const content = children.filter((child): child is ElementContent => child.type !== 'doctype');
  return { type: 'root', children: withStamps(content.map((child) => withLines(child, null))) };
}

/** A checkbox has no position in the text; its list item has. */
function withLines(node: ElementContent, item: Element | null): ElementContent {
  if (node.type !== 'element') return node;
  const ownItem = node.tagName === 'li' ? node : item;
  const children = node.children.map((child) => withLines(child, ownItem));
  const line = ownItem?.position?.start.line;
  if (node.tagName !== 'input' || ownItem === null || line === undefined) return { ...node, children };
  const ariaLabel = wordsOf(ownItem).replaceAll(/\s+/g, ' ').trim();
  return { ...node, children, properties: { ...node.properties, dataLine: line, ariaLabel } };
}

/** The text of a list item, without the lists in it. */
function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const parts = node.children.filter((child) => child.type !== 'element' || !/^[ou]l$/.test(child.tagName));
  return parts.map(wordsOf).join('');
}

const withStamps = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return partsOf(node);
    if (node.type !== 'element' || node.tagName === 'code' || node.tagName === 'a') return [node];
    return [{ ...node, children: withStamps(node.children) }];
  });

/** Text with time stamps: `split` with a group puts a stamp at every second index. */
function partsOf(node: Text): (Text | Element)[] {
  const parts = node.value.split(new RegExp(STAMP, 'g'));
  if (parts.length === 1) return [node];
  return parts.flatMap((value, index): (Text | Element)[] => {
    if (value === '') return [];
    const text: Text = { type: 'text', value };
    return index % 2 === 0
      ? [text]
      : [{ type: 'element', tagName: 'time', properties: {}, children: [text] }];
  });
}
