import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { FieldHandle } from '../MarkdownField.tsx';
import type { ReadingHandle } from './ReadingView.tsx';

/** What moves a side: the other one follows. */
const TAKES_LEAD = ['pointerdown', 'pointermove', 'wheel', 'keydown', 'focusin'] as const;

export interface ScrollInStep {
  readonly onTextScroll: () => void;
  readonly onReadingScroll: () => void;
  readonly onReadingResize: () => void;
}

/**
 * Keeps text and reading view at the same line of the source. The side that the user touched last leads, so that the
 * two never push each other.
 */
export function useScrollInStep(
  text: RefObject<FieldHandle | null>,
  reading: RefObject<ReadingHandle | null>,
  sheets: RefObject<HTMLElement | null>,
): ScrollInStep {
  const leader = useRef<'text' | 'reading'>('text');
  useEffect(() => {
    const host = sheets.current;
    if (host === null) return undefined;
    const lead = ({ target }: Event): void => {
      const element = reading.current?.element();
      const isReading = target instanceof Node && element?.contains(target) === true;
      leader.current = isReading ? 'reading' : 'text';
    };
    for (const name of TAKES_LEAD) host.addEventListener(name, lead, { passive: true });
    return () => {
      for (const name of TAKES_LEAD) host.removeEventListener(name, lead);
    };
  }, [sheets, reading]);
  const follow = useCallback(() => {
    if (leader.current === 'text') {
      if (reading.current !== null && text.current !== null)
        reading.current.scrollToLine(text.current.topLine());
    } else if (reading.current !== null) text.current?.scrollToLine(reading.current.topLine());
  }, [text, reading]);
  const onTextScroll = useCallback(() => {
    if (leader.current === 'text') follow();
  }, [follow]);
  const onReadingScroll = useCallback(() => {
    if (leader.current === 'reading') follow();
  }, [follow]);
  return { onTextScroll, onReadingScroll, onReadingResize: follow };
}
