import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { markdownTree } from '#core/notes/markdownTree.ts';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { texts } from './texts.ts';

const isOutside = (url: string): boolean => /^(?:https?|mailto):/i.test(url);

export interface PreviewProps {
  readonly body: string;
  /** Called when a checkbox is clicked; lines count from 1. */
  readonly onToggle: (line: number) => void;
  /** Renders a stamp of the meeting's clock, `12:34`. */
  readonly drawStamp: (stamp: string) => ReactNode;
}

/** Links go through main, pictures become links, and no HTML of the text is rendered. */
const componentsFor = ({ onToggle, drawStamp }: Omit<PreviewProps, 'body'>): Partial<Components> => ({
  a: ({ href, children }) =>
    href !== undefined && isOutside(href) ? (
      <OutLink url={href}>{children}</OutLink>
    ) : (
      <span>{children}</span>
    ),
  img: ({ src, alt }) =>
    typeof src === 'string' && isOutside(src) ? (
      <OutLink url={src}>{texts.picture(alt === undefined || alt === '' ? src : alt)}</OutLink>
    ) : (
      <span>{alt}</span>
    ),
  input: ({ checked, node }) => {
    const { dataLine: line, ariaLabel: words } = node?.properties ?? {};
    return (
      <input
        type="checkbox"
        className="check"
        aria-label={typeof words === 'string' && words !== '' ? words : texts.done}
        checked={checked === true}
        onChange={() => typeof line === 'number' && onToggle(line)}
      />
    );
  },
  time: ({ children }) => (typeof children === 'string' ? drawStamp(children) : <span>{children}</span>),
});

/** A live preview of the Markdown. */
export default function Preview({ body, onToggle, drawStamp }: PreviewProps) {
  const settled = useDeferredValue(body);
  const drawn = useMemo(
    () =>
      toJsxRuntime(markdownTree(settled), {
        Fragment,
        jsx,
        jsxs,
        passNode: true,
        components: componentsFor({ onToggle, drawStamp }),
      }),
    [settled, onToggle, drawStamp],
  );
  return (
    <section className="note-preview prose" aria-label={texts.preview}>
      {drawn}
    </section>
  );
}
