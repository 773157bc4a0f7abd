import type { Element, ElementContent } from 'hast';

/** The scripts that are written from the right and that people write notes in. */
const FROM_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a text has letters of a script that is written from the right. */
export const hasLettersFromRight = (text: string): boolean => FROM_RIGHT.test(text);

/** A block around others decides for them, as the browser skips what has a direction of its own. */
const DECIDES = new Set(['ul', 'ol', 'blockquote', 'th', 'td']);
const HAS_WORDS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Gives each block the direction of its first letters, so that lines of Hebrew and Arabic begin at the right. */
export const withDirections = (nodes: readonly ElementContent[], isWithin = false): ElementContent[] =>
  nodes.map((node) => {
    if (node.type !== 'element') return node;
    const { tagName, properties, children } = node;
    const isOwn = DECIDES.has(tagName) || (HAS_WORDS.has(tagName) && !isWithin);
    const directed: Element = {
      ...node,
      properties: isOwn ? { ...properties, dir: 'auto' } : properties,
      children: withDirections(children, isWithin || isOwn),
    };
    return directed;
  });
