import type { Element as HastElement, ElementContent, Root } from 'hast';
import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import { memo, useMemo, type ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { markdownTree, NOTE_LINK } from '#core/notes/markdownTree.ts';
import type { NoteBlock } from '#core/notes/noteBlocks.ts';
import { OutLink } from '../../kit/widgets/OutLink.tsx';
import { texts } from '../texts.ts';
import { NoteLink } from './NoteLink.tsx';
import { Picture } from './Picture.tsx';
import type { Pictures } from '../editor/live/pictures.ts';

/** What a block needs besides its text. */
export interface BlockParts {
  /** Called when a checkbox is clicked. @param line of the block, from 1 */
  readonly onToggle: (block: Element, line: number) => void;
  /** Renders a stamp of the meeting's clock, `12:34`. */
  readonly drawStamp: (stamp: string) => ReactNode;
  readonly pictures: Pictures;
  /** Opens a note by its title. */
  readonly onOpenNote: (title: string) => void;
}

export interface ReadingBlockProps extends BlockParts {
  readonly block: NoteBlock;
  readonly definitions: string;
}

const isOutside = (url: string): boolean => /^(?:https?|mailto):/i.test(url);

/** Links go through main, pictures of the web are links until the user asks for one, and no HTML of the text is rendered. */
const componentsFor = (
  { drawStamp, pictures, onOpenNote }: Omit<BlockParts, 'onToggle'>,
  toggle: BlockParts['onToggle'],
): Partial<Components> => ({
  a: ({ href, children }) =>
    href !== undefined && isOutside(href) ? (
      <OutLink url={href}>{children}</OutLink>
    ) : href?.startsWith(NOTE_LINK) ? (
      <NoteLink link={href.slice(NOTE_LINK.length)} onOpen={onOpenNote}>
        {children}
      </NoteLink>
    ) : (
      <span>{children}</span>
    ),
  img: ({ src, alt = '' }) =>
    typeof src !== 'string' ? <span>{alt}</span> : <Picture src={src} alt={alt} pictures={pictures} />,
  input: ({ checked, node }) => {
    const { dataLine: line, ariaLabel: words } = node?.properties ?? {};
    return (
      <input
        type="checkbox"
        className="check"
        aria-label={typeof words === 'string' && words !== '' ? words : texts.done}
        checked={checked === true}
        onChange={({ currentTarget }) => {
          const block = currentTarget.closest('[data-block]');
          if (block !== null && typeof line === 'number') toggle(block, line);
        }}
      />
    );
  },
  time: ({ children }) => (typeof children === 'string' ? drawStamp(children) : <span>{children}</span>),
});

const isElement = (node: ElementContent | Root['children'][number]): node is HastElement =>
  node.type === 'element';

/** The tree of a block. That of an item is its `li`, because its list is drawn around all items. */
function treeOf({ source, kind, isPlain }: NoteBlock, definitions: string): Root {
  if (isPlain) {
    const text = { type: 'text', value: source } as const;
    const tagName = kind === 'block' ? 'pre' : 'li';
    return { type: 'root', children: [{ type: 'element', tagName, properties: {}, children: [text] }] };
  }
  const tree = markdownTree(source.includes('[') ? source + definitions : source);
  if (kind === 'block') return tree;
  return {
    type: 'root',
    children: tree.children.flatMap((child) =>
      isElement(child) && /^[ou]l$/.test(child.tagName) ? child.children : [child],
    ),
  };
}

/** Adds an element without content. */
function emptyIn(tree: Root): HastElement {
  const empty: HastElement = { type: 'element', tagName: 'div', properties: {}, children: [] };
  tree.children.push(empty);
  return empty;
}

/** A block of the reading view. It is drawn again only if its text has changed. */
export const ReadingBlock = memo(function ReadingBlock(props: ReadingBlockProps) {
  const { block, definitions, onToggle, drawStamp, pictures, onOpenNote } = props;
  const drawn = useMemo(() => {
    const tree = treeOf(block, definitions);
    // The elements of a chunk are counted: also a block that shows nothing has one.
    const first = tree.children.find(isElement) ?? emptyIn(tree);
    first.properties = { ...first.properties, dataBlock: '' };
    return toJsxRuntime(tree, {
      Fragment,
      jsx,
      jsxs,
      passNode: true,
      components: componentsFor({ drawStamp, pictures, onOpenNote }, onToggle),
    });
  }, [block, definitions, onToggle, drawStamp, pictures, onOpenNote]);
  return drawn;
});
