import type { Element, ElementContent, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes as MarkdownNode } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { withWordLists } from './wordLists.ts';

/** Elements that are left out with all that is in them. */
const DROPPED = new Set(
  'applet,audio,base,button,canvas,embed,frame,frameset,head,iframe,link,math,meta,noscript,object,script,select,style,svg,template,textarea,title,video'.split(
    ',',
  ),
);
/** Elements that say more than their words. */
const MEANINGFUL = new Set(
  'a,blockquote,code,del,em,h1,h2,h3,h4,h5,h6,hr,img,input,li,pre,strong,table'.split(','),
);
const HEADING = /^h[1-6]$/;
const BOLD = /(?:^|;)\s*font-weight\s*:\s*(bold|bolder|normal|[1-9]00)/i;
const SLANTED = /(?:^|;)\s*font-style\s*:\s*(italic|oblique|normal)/i;
const STRUCK = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i;

/** What the elements around say of a word: each is marked once. */
interface Context {
  readonly isBold: boolean;
  readonly isSlanted: boolean;
  readonly isStruck: boolean;
  /** The language of code, if it is known. */
  readonly language: string | null;
}

const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `<code class="language-ts">` as most pages have it, `<div class="highlight-source-ts"><pre>` as GitHub has it. */
const LANGUAGE = /^(?:lang|language|highlight-source)-([\w+#-]{1,40})$/;

function languageOf({ className }: Element['properties']): string | null {
  const classes = Array.isArray(className) ? className : [];
  return classes.map((name) => LANGUAGE.exec(name)?.[1]).find((name) => name !== undefined) ?? null;
}

/** The address of a link; null for one that is no page. Google Docs wraps addresses into one that counts clicks. */
function addressOf(href: unknown): string | null {
  let url: URL;
  try {
    url = new URL(textOf(href));
  } catch {
    return null;
  }
  if (/(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url') {
    const inner = url.searchParams.get('q');
    if (inner !== null && inner !== textOf(href)) return addressOf(inner);
  }
  return /^(?:https?|mailto):$/.test(url.protocol) ? textOf(href).trim() : null;
}

function cleanAll(nodes: readonly ElementContent[], context: Context): ElementContent[] {
  return withWordLists(nodes).flatMap((node) => clean(node, context));
}

function clean(node: ElementContent, context: Context): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replaceAll('\u00A0', ' ') }];
  if (node.type !== 'element' || DROPPED.has(node.tagName)) return [];
  const { tagName, properties } = node;
  const style = textOf(properties['style']);
  const [weight, slant] = [BOLD.exec(style)?.[1]?.toLowerCase(), SLANTED.exec(style)?.[1]?.toLowerCase()];
  const isHeading = HEADING.test(tagName);
  // A style goes before the element: Google Docs wraps all it copies in <b style="font-weight:normal">.
  const wantsBold =
    weight === undefined ? ['b', 'strong', 'th'].includes(tagName) : /^(?:bold|bolder|[6-9]00)$/.test(weight);
  const wantsSlanted = slant === undefined ? ['i', 'em'].includes(tagName) : slant !== 'normal';
  const wantsStruck = ['s', 'strike', 'del'].includes(tagName) || STRUCK.test(style);
  const inner: Context = {
    // The words of a heading are bold anyway.
    isBold: context.isBold || wantsBold || isHeading,
    isSlanted: context.isSlanted || wantsSlanted,
    isStruck: context.isStruck || wantsStruck,
    language: languageOf(properties) ?? context.language,
  };
  const children = cleanAll(node.children, inner);
  const kept = tagName === 'pre' ? [keptCode(node, children, inner.language)] : keep(node, children);
  if (isBlock(tagName)) return kept;
  let marked = kept;
  if (wantsStruck && !context.isStruck) marked = [element('del', marked)];
  if (wantsSlanted && !context.isSlanted) marked = [element('em', marked)];
  if (wantsBold && !context.isBold && !isHeading) marked = [element('strong', marked)];
  return isBlank(children) && tagName !== 'br' && tagName !== 'img' && tagName !== 'input'
    ? children
    : marked;
}

const BLOCK =
  /^(?:address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const isBlock = (tagName: string): boolean => BLOCK.test(tagName);

const isBlank = (nodes: readonly ElementContent[]): boolean =>
  nodes.every((node) => node.type === 'text' && node.value.trim() === '');

/** The element itself, without its style. */
function keep({ tagName, properties }: Element, children: ElementContent[]): ElementContent[] {
  switch (tagName) {
    case 'a': {
      const href = addressOf(properties['href']);
      return href === null || isBlank(children) ? children : [element('a', children, { href })];
    }
    case 'img': {
      const src = textOf(properties['src']);
      // A picture of the web becomes its address, which nothing fetches; one within the text cannot be kept.
      return /^https?:/i.test(src) ? [element('img', [], { src, alt: textOf(properties['alt']) })] : [];
    }
    case 'input':
      return properties['type'] === 'checkbox'
        ? [element('input', [], { type: 'checkbox', checked: properties['checked'] === true })]
        : [];
    case 'li':
      return [element('li', withBox(properties, children))];
    case 'ul':
    case 'ol':
      return [element(tagName, nested(children), tagName === 'ol' ? { start: properties['start'] } : {})];
    case 'td':
    case 'th':
      return [element(tagName, inOneLine(children), { align: properties['align'] })];
    case 'b':
    case 'strong':
    case 'i':
    case 'em':
    case 's':
    case 'strike':
    case 'del':
    case 'span':
    case 'font':
    case 'u':
    case 'ins':
    case 'mark':
    case 'html':
    case 'body':
      return children;
    default:
      return [element(tagName, children)];
  }
}

function keptCode(pre: Element, children: ElementContent[], around: string | null): Element {
  const code = pre.children.find((child): child is Element => child.type === 'element');
  const language = (code && languageOf(code.properties)) ?? around;
  const properties = language === null ? {} : { className: [`language-${language}`] };
  return element('pre', [element('code', children, properties)]);
}

/** The checklist of Google Docs says its state by an attribute. */
function withBox(properties: Element['properties'], children: ElementContent[]): ElementContent[] {
  if (properties['role'] !== 'checkbox') return children;
  const state = properties['ariaChecked'];
  const box = element('input', [], { type: 'checkbox', checked: state === 'true' });
  const [first, ...rest] = children;
  return first?.type === 'element' && first.tagName === 'p'
    ? [{ ...first, children: [box, ...first.children] }, ...rest]
    : [box, ...children];
}

/** Google Docs puts an inner list beside the item that it belongs to. */
function nested(children: readonly ElementContent[]): ElementContent[] {
  const items: ElementContent[] = [];
  /** What the last item has, with the lists after it. */
  let inLast: ElementContent[] | null = null;
  for (const child of children) {
    const tagName = child.type === 'element' ? child.tagName : '';
    if (inLast !== null && /^[ou]l$/.test(tagName)) inLast.push(child);
    else if (child.type === 'element' && tagName === 'li') {
      inLast = [...child.children];
      items.push({ ...child, children: inLast });
    } else items.push(child);
  }
  return items;
}

/** A cell of a table has one line: paragraphs in it become words. */
const inOneLine = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child) => {
    if (child.type !== 'element' || !isBlock(child.tagName)) return [child];
    return [...inOneLine(child.children), { type: 'text', value: ' ' } as const];
  });

/** Items of one paragraph are written without gaps, as we write lists. */
function tighten(node: MarkdownNode): void {
  if (node.type === 'listItem' || node.type === 'list') node.spread = false;
  if ('children' in node) for (const child of node.children) tighten(child);
}

function hasMeaning(nodes: readonly ElementContent[]): boolean {
  return nodes.some(
    (node) => node.type === 'element' && (MEANINGFUL.has(node.tagName) || hasMeaning(node.children)),
  );
}

/** Line breaks that a program puts between blocks and after them. */
const isLooseBreak = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'br';

/**
 * Copied HTML as GitHub's Markdown: what a web page, Google Docs or a mail program puts into the clipboard. Scripts,
 * styles and links that are no pages are left out. Null if it has no more than its words, which are better pasted as
 * they are.
 * @param root as the browser's parser made it, at most some hundred levels deep
 */
export function markdownOfHtml(root: Root): string | null {
  const content = root.children.filter((child): child is ElementContent => child.type !== 'doctype');
  const cleaned = cleanAll(content, {
    isBold: false,
    isSlanted: false,
    isStruck: false,
    language: null,
  }).filter((node) => !isLooseBreak(node));
  if (!hasMeaning(cleaned)) return null;
  const tree = toMdast({ type: 'root', children: cleaned });
  tighten(tree);
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    incrementListMarker: true,
    resourceLink: true,
  }).trim();
}
