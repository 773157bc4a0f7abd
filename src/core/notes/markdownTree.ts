import type { Element, ElementContent, Root, Text } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { hasLettersFromRight, withDirections } from './textDirection.ts';

const STAMP = /^\d{1,3}:\d{2}(?::\d{2})?$/;
const DOUBLE_BRACKETS = /\[\[([^[\]\n]{1,200})\]\]/g;

/** Begins the address of a link to a note; what follows is its title, as it is written. */
export const NOTE_LINK = 'note:';

/**
 * A note's GitHub-flavoured Markdown as a tree of HTML elements. HTML in the text is omitted. Addresses are unchanged,
 * so the renderer decides what to do with links and images.
 * A line that ends within a paragraph ends there, as it was typed and as Obsidian shows it.
 * A checkbox has its line as `dataLine` (from 1) and the words of its item as its name; a time stamp of the meeting's clock is a `time` element, and
 * `[[title]]` a link that begins with `NOTE_LINK`.
 */
export function markdownTree(body: string): Root {
  const parsed = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  withEmptyBoxes(parsed);
  withLineEnds(parsed);
  const tree = toHast(parsed, { allowDangerousHtml: false });
  const children = tree.type === 'root' ? tree.children : [];
  const content = children.filter((child): child is ElementContent => child.type !== 'doctype');
  const drawn = withStamps(content.map((child) => withLines(child, null)));
  return { type: 'root', children: hasLettersFromRight(body) ? withDirections(drawn) : drawn };
}

/** `- [ ] ` without words is a box, too: one is about to write beside it. GitHub's grammar takes it for words. */
function withEmptyBoxes(node: Nodes): void {
  if (node.type === 'listItem' && (node.checked ?? null) === null) {
    const [paragraph, ...others] = node.children;
    const [words, ...more] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    const mark =
      words?.type === 'text' && more.length === 0 ? /^\[([ xX])\]$/.exec(words.value)?.[1] : undefined;
    if (mark !== undefined) {
      node.checked = mark !== ' ';
      node.children = [{ type: 'paragraph', children: [] }, ...others];
    }
  }
  if ('children' in node) for (const child of node.children) withEmptyBoxes(child);
}

/** Turns the line ends in words into breaks. */
function withLineEnds(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) withLineEnds(child);
  if (
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'strong' ||
    node.type === 'emphasis' ||
    node.type === 'delete' ||
    node.type === 'link' ||
    node.type === 'linkReference'
  )
    node.children = node.children.flatMap(linesOf);
}

function linesOf(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text' || !node.value.includes('\n')) return [node];
  return node.value.split('\n').flatMap((value, index): PhrasingContent[] => {
    const text = { type: 'text', value } as const;
    return index === 0 ? [text] : [{ type: 'break' }, text];
  });
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

/** Text with time stamps and links to notes: `split` with a group puts what is in brackets at every second index. */
function partsOf(node: Text): (Text | Element)[] {
  const parts = node.value.split(DOUBLE_BRACKETS);
  if (parts.length === 1) return [node];
  return parts.flatMap((value, index): (Text | Element)[] => {
    if (index % 2 === 0) return value === '' ? [] : [{ type: 'text', value }];
    if (STAMP.test(value))
      return [{ type: 'element', tagName: 'time', properties: {}, children: [{ type: 'text', value }] }];
    const text: Text = { type: 'text', value: value.slice(value.indexOf('|') + 1) };
    return [{ type: 'element', tagName: 'a', properties: { href: NOTE_LINK + value }, children: [text] }];
  });
}
