import { useEffect, useRef, useState, type ReactNode } from 'react';
import { texts } from '../texts.ts';

export interface ClampedProps {
  /** Lines shown until the user asks for more. */
  readonly lines: 2 | 6;
  readonly children: ReactNode;
}

/** Long text: its first lines, and a button that shows the rest if there is more. Give it a `key` of its content. */
export function Clamped({ lines, children }: ClampedProps) {
  const text = useRef<HTMLDivElement>(null);
  const [isCut, setCut] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const element = text.current;
    if (element === null || isOpen) return undefined;
    // First called after the layout of the frame: measuring earlier would force one more layout of the whole screen.
    const observer = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, [isOpen]);
  return (
    <>
      <div ref={text} className={isOpen ? undefined : `clamped clamped-${lines}`}>
        {children}
      </div>
      {(isCut || isOpen) && (
        <button
          type="button"
          className="text-button clamped-more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? texts.showLess : texts.showMore}
        </button>
      )}
    </>
  );
}
