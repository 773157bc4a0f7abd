import type { Element, ElementContent } from 'hast';

/** Word copies the items of lists as paragraphs whose style names the list and the level, with the bullet as words. */
const LIST_STYLE = /(?:^|;)\s*mso-list\s*:\s*(l\d+)\s+level([1-9])\b/i;
const MARKER_STYLE = /(?:^|;)\s*mso-list\s*:\s*ignore\b/i;
/** `1.`, `12)`, `a.`, `iv)`: Word writes a bullet as a letter, too, but without an end. */
const NUMBER = /^\(?(?:(\d{1,9})|[a-z]{1,4})[.)]$/i;

interface WordItem {
  readonly level: number;
  /** Null for a bullet. */
  readonly start: number | null;
  readonly children: ElementContent[];
}

const styleOf = ({ properties }: Element): string => {
  const { style } = properties;
  return typeof style === 'string' ? style : '';
};

const wordsOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(wordsOf).join('') : '';

/** Takes the bullet or number off the begin of an item. It is at most three elements deep. */
function withoutMarker(
  nodes: readonly ElementContent[],
  depth = 0,
): { marker: string; rest: ElementContent[] } {
  let marker = '';
  const rest = nodes.flatMap((node): ElementContent[] => {
    if (marker !== '' || node.type !== 'element') return [node];
    if (MARKER_STYLE.test(styleOf(node))) {
      marker = wordsOf(node).replaceAll(/\s/g, '');
      return [];
    }
    if (depth === 3) return [node];
    const inner = withoutMarker(node.children, depth + 1);
    marker = inner.marker;
    return inner.marker === '' ? [node] : inner.rest.length === 0 ? [] : [{ ...node, children: inner.rest }];
  });
  return { marker, rest };
}

/** Null if the node is no item. */
function itemOf(node: ElementContent): WordItem | null {
  if (node.type !== 'element' || node.tagName !== 'p') return null;
  const level = LIST_STYLE.exec(styleOf(node))?.[2];
  if (level === undefined) return null;
  const { marker, rest } = withoutMarker(node.children);
  const number = NUMBER.exec(marker);
  return { level: Number(level), start: number === null ? null : Number(number[1] ?? 1), children: rest };
}

const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** Adds an item to the lists that are open, from the outermost to the innermost; opens and closes lists. */
function add(open: Element[], item: WordItem, lists: ElementContent[]): void {
  open.length = Math.min(open.length, item.level);
  const kind = item.start === null ? 'ul' : 'ol';
  if (open.length === item.level && open.at(-1)?.tagName !== kind) open.pop();
  while (open.length < item.level) {
    const list = element(kind, [], item.start === null ? {} : { start: item.start });
    const last = open.at(-1)?.children.at(-1);
    if (open.length === 0) lists.push(list);
    else if (last?.type === 'element') last.children.push(list);
    else open.at(-1)?.children.push(element('li', [list]));
    open.push(list);
  }
  open.at(-1)?.children.push(element('li', item.children));
}

const isGap = (node: ElementContent): boolean =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');

/** The nodes with the list paragraphs of Word as lists. @param nodes beside each other */
export function withWordLists(nodes: readonly ElementContent[]): readonly ElementContent[] {
  if (!nodes.some((node) => node.type === 'element' && LIST_STYLE.test(styleOf(node)))) return nodes;
  const kept: ElementContent[] = [];
  const open: Element[] = [];
  for (const node of nodes) {
    const item = itemOf(node);
    if (item !== null) add(open, item, kept);
    else if (open.length === 0 || !isGap(node)) {
      open.length = 0;
      kept.push(node);
    }
  }
  return kept;
}
