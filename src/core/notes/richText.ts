import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { markdownTree } from './markdownTree.ts';

const isWebPage = (address: unknown): boolean =>
  typeof address === 'string' && /^(?:https?|mailto):/i.test(address);

/** Links that are not web pages lose their address, and images become links: another program might load or run them. */
function harmless(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'img') {
    const { src, alt } = node.properties;
    return {
      ...node,
      tagName: 'a',
      properties: isWebPage(src) ? { href: src } : {},
      children: [{ type: 'text', value: typeof alt === 'string' ? alt : '' }],
    };
  }
  const { href } = node.properties;
  const others = Object.entries(node.properties).filter(([name]) => name !== 'href' && name !== 'dataLine');
  return {
    ...node,
    properties: { ...Object.fromEntries(others), ...(isWebPage(href) && { href }) },
    children: node.children.map(harmless),
  };
}

/** A note's Markdown as HTML, for programs that accept rich text. */
export function richText(body: string): string {
  const { children, ...root } = markdownTree(body);
  const content = children.filter((child): child is ElementContent => child.type !== 'doctype');
  return toHtml({ ...root, children: content.map(harmless) });
}
